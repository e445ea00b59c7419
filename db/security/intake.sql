-- Intake: everybody sees and writes their own. How somebody is reached is shown to whoever reaches them
-- (2_whom_staff_reach.sql); what they told us of hearing aids and programs is shown to nobody else. 'accounts' moves what
-- a guest answered to the account that they make.
alter table communication_profile enable row level security;
grant select, insert, update, delete on communication_profile to mbtq_app;
create policy own_select on communication_profile for select to mbtq_app
  using (account_id = app_account() or session_id = app_guest());
create policy own_insert on communication_profile for insert to mbtq_app
  with check (account_id = app_account() or session_id = app_guest());
create policy own_update on communication_profile for update to mbtq_app
  using (account_id = app_account() or session_id = app_guest());
create policy staff_select on communication_profile for select to mbtq_app using (app_reaches_customer(account_id));
create policy accounts_all on communication_profile for all to mbtq_app using (app_system() = 'accounts');

alter table needs_assessment enable row level security;
grant select, insert, update, delete on needs_assessment to mbtq_app;
create policy own_select on needs_assessment for select to mbtq_app
  using (account_id = app_account() or session_id = app_guest());
create policy own_insert on needs_assessment for insert to mbtq_app
  with check (account_id = app_account() or session_id = app_guest());
create policy own_update on needs_assessment for update to mbtq_app
  using (account_id = app_account() or session_id = app_guest());
create policy accounts_all on needs_assessment for all to mbtq_app using (app_system() = 'accounts');

-- Steps are added and never changed. Nobody approves their own wish; a coordinator sees every wish of an account, and adds
-- steps under their own name.
alter table interpreter_step enable row level security;
grant select, insert, update (account_id, session_id) on interpreter_step to mbtq_app;
create policy own_select on interpreter_step for select to mbtq_app
  using (account_id = app_account() or session_id = app_guest());
create policy own_insert on interpreter_step for insert to mbtq_app
  with check ((account_id = app_account() or session_id = app_guest()) and decided_by is null and status <> 'Approved');
create policy staff_select on interpreter_step for select to mbtq_app using (app_reaches_customer(account_id));
-- Whether this account asks for an interpreter of ours now
create or replace function app_asks_for_interpreter(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select coalesce((select i.status in ('Pending', 'Approved') from public.interpreter_step i where i.account_id = asked
                    order by i.taken_at desc, i.id desc limit 1), false) $$;
revoke all on function app_asks_for_interpreter(uuid) from public;
grant execute on function app_asks_for_interpreter(uuid) to mbtq_app;
-- The sealed address of who asks, for the letter about what a coordinator decided. Addresses of demo accounts can't belong
-- to anybody.
create or replace function app_contact_about_interpreter(asked uuid) returns bytea language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select a.email_sealed from public.account a where a.id = asked and not a.is_demo and not public.app_is_leaving(a.id)
     and public.app_has_role('coordinator') and public.app_asks_for_interpreter(a.id) $$;
revoke all on function app_contact_about_interpreter(uuid) from public;
grant execute on function app_contact_about_interpreter(uuid) to mbtq_app;
create policy coordinator_select on communication_profile for select to mbtq_app
  using (app_has_role('coordinator') and app_asks_for_interpreter(account_id) and not app_is_leaving(account_id));
create policy coordinator_select on interpreter_step for select to mbtq_app
  using (account_id is not null and app_has_role('coordinator') and not app_is_leaving(account_id));
create policy coordinator_insert on interpreter_step for insert to mbtq_app
  with check (app_has_role('coordinator') and decided_by = app_account() and account_id <> app_account()
    and status in ('Pending', 'Approved') and app_asks_for_interpreter(account_id));
create policy accounts_all on interpreter_step for all to mbtq_app using (app_system() = 'accounts');
