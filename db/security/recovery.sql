-- Getting back in: the task 'feedback' takes down who asks. Staff read it and say what they found, each once and never
-- of their own account. Only the task 'recovery' moves it on: it counts who agreed, writes the letters, and sees of
-- accounts those that are asked for. 'accounts' uses the link, and the owner may stop it.
-- Asked through the owner's eyes: the policies of these tables would otherwise ask each other without end.
create or replace function app_recovers(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select app_system() = 'recovery' and exists (
     select 1 from public.account a join public.recovery_request r
       on r.email_index = a.email_index or r.email_index = any (a.email_index_others) or r.account_id = a.id
     where a.id = asked) $$;
revoke all on function app_recovers(uuid) from public;
grant execute on function app_recovers(uuid) to mbtq_app;
drop function if exists app_is_asked_for(bytea, uuid); -- of an earlier release

alter table recovery_request enable row level security;
grant select, insert, update on recovery_request to mbtq_app;
create policy desk_insert on recovery_request for insert to mbtq_app
  with check (app_system() = 'feedback' and state = 'open' and account_id is null);
create policy staff_select on recovery_request for select to mbtq_app using (app_has_role('support_agent', 'preparer', 'administrator'));
create policy recovery_select on recovery_request for select to mbtq_app using (app_system() = 'recovery');
create policy recovery_update on recovery_request for update to mbtq_app using (app_system() = 'recovery');
create policy accounts_select on recovery_request for select to mbtq_app using (app_system() = 'accounts');
create policy accounts_update on recovery_request for update to mbtq_app using (app_system() = 'accounts');
create policy own_select on recovery_request for select to mbtq_app using (account_id = app_account());
create policy own_update on recovery_request for update to mbtq_app using (account_id = app_account())
  with check (account_id = app_account() and state = 'stopped');

alter table recovery_verdict enable row level security;
grant select, insert on recovery_verdict to mbtq_app;
create policy staff_select on recovery_verdict for select to mbtq_app using (app_has_role('support_agent', 'preparer', 'administrator'));
create policy staff_insert on recovery_verdict for insert to mbtq_app
  with check (app_has_role('support_agent', 'preparer', 'administrator') and account_id = app_account() and not exists (
    select 1 from recovery_request r where r.id = request_id and r.email_index = any (app_own_indexes())));
create policy recovery_select on recovery_verdict for select to mbtq_app using (app_system() = 'recovery');

-- What the task compares with what somebody told us, and whom it writes to
create policy recovery_select on account for select to mbtq_app using (app_recovers(id));
create policy recovery_select on account_deletion for select to mbtq_app using (app_recovers(account_id));
create policy recovery_select on browser_session for select to mbtq_app using (app_recovers(account_id));
create policy recovery_select on address_change for select to mbtq_app using (app_recovers(account_id));
create policy recovery_select on passkey for select to mbtq_app using (app_recovers(account_id));
create policy recovery_select on authenticator for select to mbtq_app using (app_recovers(account_id));
create policy recovery_select on organisation_link for select to mbtq_app using (app_recovers(account_id));
create policy recovery_select on return_member for select to mbtq_app using (app_recovers(account_id));
create policy recovery_select on tax_return for select to mbtq_app using (app_system() = 'recovery'
  and exists (select 1 from return_member m where m.return_id = tax_return.id));
