-- What people tell of themselves: everybody their own. Those who work for us see it in the views below, and in no other way.
alter table customer_profile enable row level security;
grant select, insert, update, delete on customer_profile to mbtq_app;
create policy own_all on customer_profile for all to mbtq_app using (id = app_account());

alter table name_word enable row level security;
grant select, insert, delete on name_word to mbtq_app;
create policy own_all on name_word for all to mbtq_app using (account_id = app_account());

-- Whom the asker sees by assignment or in an emergency: as more than an interpreter, and with their returns
create or replace function app_reach() returns table (customer_id uuid, by_name boolean, returns boolean)
language sql stable rows 20 security definer set search_path = pg_catalog, public, pg_temp as
$$ select s.customer_id, bool_or(s.role <> 'interpreter'), bool_or(s.role in ('preparer', 'emergency'))
   from (select a.customer_id, a.role from public.assignment a
         where a.staff_id = app_account() and a.ended_at is null and app_is_assigned(a.customer_id, a.role)
         union all
         select e.customer_id, 'emergency' from public.emergency_access e
         where e.staff_id = app_account() and e.expires_at > app_now() and app_has_emergency_access(e.customer_id)) s
   group by s.customer_id $$;
revoke all on function app_reach() from public;
grant execute on function app_reach() to mbtq_app;

-- Views look with the eyes of the owner, too: each says itself whom it shows to whom. A coordinator finds every customer
-- and their name, an administrator every customer without it; everybody else those whom they reach. Who works here,
-- has no return and is not reached by the asker is told to be a colleague only.
drop view if exists customer_found, customer_return;
create view customer_found with (security_barrier) as
  select a.id, a.created_at as joined_at, coalesce(p.talk, 'Text_Only') as talk,
    case when me.coordinates or me.administers or r.by_name then c.residence end as residence,
    me.coordinates or coalesce(r.by_name, false) as is_named,
    case when me.coordinates or r.by_name then c.name_sealed end as name_sealed,
    case when r.by_name then a.email_sealed end as email_sealed,
    r.customer_id is not null as is_reached,
    me.coordinates or me.administers or coalesce(r.returns, false) as sees_returns,
    r.customer_id is null and exists (select 1 from role_grant g where g.account_id = a.id and g.ended_at is null)
      and not exists (select 1 from return_member m where m.account_id = a.id) as is_colleague_only
  from account a
  left join preference p on p.account_id = a.id
  left join customer_profile c on c.id = a.id
  left join app_reach() r on r.customer_id = a.id
  cross join (select app_has_role('coordinator') as coordinates, app_has_role('administrator') as administers offset 0) me
  where (me.coordinates or me.administers or r.customer_id is not null) and a.id <> app_account()
    and not exists (select 1 from account_deletion d where d.account_id = a.id);

-- How far the returns of a year are, when they were filed and amended, and nothing that is in them
create view customer_return with (security_barrier) as
  select m.account_id, t.tax_year, min(t.created_at) as begun_at, max(t.finished_at) as finished_at,
    bool_or(w.id is not null) as waits, min(f.days[1]) as filed_on,
    max(f.days[cardinality(f.days)]) filter (where cardinality(f.days) > 1) as amended_on
  from return_member m join tax_return t on t.id = m.return_id
  left join review w on w.return_id = t.id and w.ended_at is null
  left join lateral (select array_agg(s.filed_on order by s.marked_at, s.id) as days from filed_return s
                     where s.return_id = t.id) f on true
  left join app_reach() r on r.customer_id = m.account_id
  cross join (select app_has_role('coordinator', 'administrator') as oversees offset 0) me
  where m.account_id is not null and t.removed_at is null and (me.oversees or r.returns)
    and not exists (select 1 from account_deletion d where d.account_id = m.account_id)
  group by m.account_id, t.tax_year;
grant select on customer_found, customer_return to mbtq_app;
create policy staff_select on name_word for select to mbtq_app
  using (exists (select 1 from customer_found f where f.id = account_id and f.is_named));
