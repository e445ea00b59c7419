-- Whose data a return is. What is looked at in a joint return is the data of both, so both read it on their accounts.

-- The accounts in a return, for who may read it: a look is written down for each of them
create or replace function app_members_of_return(asked uuid) returns setof uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select m.account_id from public.return_member m where m.return_id = asked and m.account_id is not null
     and (app_may_read_return(asked) or app_is_trusted_with_return(asked, 'estimates.see')) $$;

-- Who of our team can read the joint returns of who asks, through either of the two: a preparer since when, or somebody
-- in an emergency until when
create or replace function app_who_reads_my_joint_returns()
returns table (tax_year integer, staff_id uuid, since timestamptz, until timestamptz) language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ with of_two as (
     select r.tax_year, m.account_id from public.tax_return r join public.return_member m on m.return_id = r.id
     where r.removed_at is null and app_has_other_member(r.id) and not app_is_leaving(m.account_id))
   select o.tax_year, a.staff_id, min(a.begun_at), null::timestamptz from of_two o
     join public.assignment a on a.customer_id = o.account_id and a.role = 'preparer' and a.ended_at is null
       and app_holds(a.staff_id, a.role)
   group by o.tax_year, a.staff_id
   union all
   select o.tax_year, e.staff_id, min(e.begun_at), max(e.expires_at) from of_two o
     join public.emergency_access e on e.customer_id = o.account_id and e.expires_at > app_now()
       and app_holds(e.staff_id, 'support_agent', 'preparer', 'administrator')
   group by o.tax_year, e.staff_id $$;

-- Who of our team sees who asks: as what and since when, or in an emergency (without a role) until when
create or replace function app_who_sees_me()
returns table (staff_id uuid, role text, since timestamptz, until timestamptz) language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select a.staff_id, a.role, a.begun_at, null::timestamptz from public.assignment a
   where a.customer_id = app_account() and a.ended_at is null and app_holds(a.staff_id, a.role)
     and not app_is_leaving(a.customer_id)
   union all
   select e.staff_id, null, e.begun_at, e.expires_at from public.emergency_access e
   where e.customer_id = app_account() and e.expires_at > app_now()
     and app_holds(e.staff_id, 'support_agent', 'preparer', 'administrator') and not app_is_leaving(e.customer_id) $$;

-- Whether somebody of our team sees who asks now, and made their code for them or for the other one of a joint return
create or replace function app_is_there_for_me(staff uuid, customer uuid) returns boolean language sql stable
security definer set search_path = pg_catalog, public, pg_temp as
$$ select (customer = app_account() and exists (select 1 from app_who_sees_me() s where s.staff_id = staff))
     or (exists (select 1 from app_who_reads_my_joint_returns() j where j.staff_id = staff)
       and exists (select 1 from public.return_member m where m.account_id = customer and app_is_member(m.return_id))) $$;

revoke all on function app_members_of_return(uuid), app_who_reads_my_joint_returns(), app_who_sees_me(),
  app_is_there_for_me(uuid, uuid) from public;
grant execute on function app_members_of_return(uuid), app_who_reads_my_joint_returns(), app_who_sees_me(),
  app_is_there_for_me(uuid, uuid) to mbtq_app;

-- People know what those of us are called who can see their joint return, and who did anything with their data
create policy joint_select on staff_member for select to mbtq_app
  using (id in (select staff_id from app_who_reads_my_joint_returns()));
create policy looked_select on staff_member for select to mbtq_app using (
  exists (select 1 from audit_record l where l.about_account_id = app_account() and l.actor_id = staff_member.id::text));

-- A customer checks the codes of those alone who see them now (genuine.sql)
create policy customer_select on genuine_code for select to mbtq_app using (app_is_there_for_me(staff_id, customer_id));
