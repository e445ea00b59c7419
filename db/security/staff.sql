-- Roles: an administrator grants, confirms and ends those of others; the task 'role desk' (a command) those of anybody.
-- Everybody sees their own. 'accounts' looks up what somebody may do, and writes down that they did.
alter table role_grant enable row level security;
grant select, insert, update (last_used_at, confirmed_at, confirmed_by, ended_at, ended_by) on role_grant to mbtq_app;
create policy accounts_select on role_grant for select to mbtq_app using (app_system() = 'accounts');
create policy accounts_update on role_grant for update to mbtq_app using (app_system() = 'accounts');
create policy own_select on role_grant for select to mbtq_app using (account_id = app_account());
create policy desk_all on role_grant for all to mbtq_app using (app_system() = 'role desk');
create policy reviewer_select on role_grant for select to mbtq_app
  using (app_has_role('administrator', 'auditor', 'coordinator'));
create policy administrator_insert on role_grant for insert to mbtq_app
  with check (app_has_role('administrator') and account_id <> app_account() and granted_by = app_account());
create policy administrator_update on role_grant for update to mbtq_app
  using (app_has_role('administrator') and account_id <> app_account() and ended_at is null) -- what has ended stays so
  with check (app_has_role('administrator') and account_id <> app_account());

-- Whether nobody but them could grant roles any more, if they left: asked by who wants their own account deleted
create or replace function app_is_last_administrator() returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.role_grant g
                  where g.account_id = app_account() and g.role = 'administrator' and g.ended_at is null)
     and not exists (select 1 from public.role_grant g
                     where g.account_id <> app_account() and g.role = 'administrator' and g.ended_at is null
                       and not app_is_leaving(g.account_id)) $$;
revoke all on function app_is_last_administrator() from public;
grant execute on function app_is_last_administrator() to mbtq_app;

-- Names of those who work for us: their colleagues see them, and the customers whom they reach.
alter table staff_member enable row level security;
grant select, insert, update (name_sealed) on staff_member to mbtq_app;
create policy desk_all on staff_member for all to mbtq_app using (app_system() = 'role desk');
create policy staff_select on staff_member for select to mbtq_app
  using (id = app_account() or app_has_role('administrator', 'auditor', 'coordinator'));
create policy customer_select on staff_member for select to mbtq_app using (
  exists (select 1 from assignment a where a.staff_id = staff_member.id and a.customer_id = app_account())
  or exists (select 1 from emergency_access e where e.staff_id = staff_member.id and e.customer_id = app_account()));
create policy administrator_insert on staff_member for insert to mbtq_app with check (app_has_role('administrator'));
create policy administrator_update on staff_member for update to mbtq_app using (app_has_role('administrator'));

-- Assignments: a coordinator begins and ends them; whoever ends a role ends those with it; both sides see their own.
alter table assignment enable row level security;
grant select, insert, update (ended_at, ended_by) on assignment to mbtq_app;
create policy own_select on assignment for select to mbtq_app using (app_account() in (customer_id, staff_id));
create policy overseer_select on assignment for select to mbtq_app
  using (app_has_role('coordinator', 'administrator', 'auditor') or app_system() = 'role desk');
create policy coordinator_insert on assignment for insert to mbtq_app
  with check (app_has_role('coordinator') and begun_by = app_account() and app_account() not in (customer_id, staff_id));
create policy overseer_update on assignment for update to mbtq_app
  using ((app_has_role('coordinator', 'administrator') or app_system() = 'role desk') and ended_at is null)
  with check (app_has_role('coordinator', 'administrator') or app_system() = 'role desk');

-- Emergency access: an hour at most, never to oneself, nor to a colleague: where all of us are looked at, nobody is left
-- to review it. Who began it, or an administrator, ends it before its hour, and every other one to that customer; an administrator who is somebody else reviews it.
alter table emergency_access enable row level security;
grant select, insert, update (reviewed_at, reviewed_by) on emergency_access to mbtq_app;
create policy own_select on emergency_access for select to mbtq_app using (app_account() in (customer_id, staff_id));
create policy reviewer_select on emergency_access for select to mbtq_app
  using (app_has_role('administrator', 'auditor'));
create policy staff_insert on emergency_access for insert to mbtq_app with check (
  staff_id = app_account() and customer_id <> app_account() and reviewed_at is null
  and begun_at <= app_now() + interval '1 minute' and expires_at <= begun_at + interval '1 hour' -- time goes on in a transaction
  and app_has_role('support_agent', 'preparer', 'administrator') and not app_works_here(customer_id));
create or replace function app_end_emergency(asked uuid) returns void language sql volatile security definer
set search_path = pg_catalog, public, pg_temp as
$$ update public.emergency_access e set expires_at = app_now() from public.emergency_access a
   where a.id = asked and e.customer_id = a.customer_id and e.staff_id = a.staff_id and e.expires_at > app_now()
     and (a.staff_id = app_account() or app_has_role('administrator')) $$;
revoke all on function app_end_emergency(uuid) from public;
grant execute on function app_end_emergency(uuid) to mbtq_app;
create policy administrator_update on emergency_access for update to mbtq_app
  using (app_has_role('administrator') and staff_id <> app_account());

-- What staff see of a customer; what of a return stands in returns.sql
create policy staff_select on preference for select to mbtq_app using (app_reaches_customer(account_id));
