-- Accounts and their sessions: the system task 'accounts' signs up, in and out
alter table account enable row level security;
grant select, insert, update on account to mbtq_app;
create policy accounts_all on account for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on account for select to mbtq_app using (id = app_account());

alter table browser_session enable row level security;
grant select, insert, update, delete on browser_session to mbtq_app;
create policy accounts_all on browser_session for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on browser_session for select to mbtq_app using (account_id = app_account());
create policy own_update on browser_session for update to mbtq_app using (account_id = app_account());

alter table known_device enable row level security;
grant select, insert, update, delete on known_device to mbtq_app;
create policy accounts_all on known_device for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on known_device for select to mbtq_app using (account_id = app_account());
create policy own_delete on known_device for delete to mbtq_app using (account_id = app_account());

alter table address_change enable row level security;
grant select, insert, update, delete on address_change to mbtq_app;
create policy accounts_all on address_change for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on address_change for select to mbtq_app using (account_id = app_account());

alter table preference enable row level security;
grant select, insert, update on preference to mbtq_app;
create policy accounts_all on preference for all to mbtq_app using (app_system() = 'accounts');
create policy own_all on preference for all to mbtq_app using (account_id = app_account());

alter table form_attempt enable row level security;
grant select, insert, delete on form_attempt to mbtq_app;
create policy forms_all on form_attempt for all to mbtq_app using (app_system() = 'forms');

alter table organisation_link enable row level security;
grant select, insert, update (last_used_at), delete on organisation_link to mbtq_app;
create policy accounts_all on organisation_link for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on organisation_link for select to mbtq_app using (account_id = app_account());
create policy own_insert on organisation_link for insert to mbtq_app with check (account_id = app_account());
create policy own_delete on organisation_link for delete to mbtq_app using (account_id = app_account());

-- Whether one of these hashes of who somebody is at an organisation has an account: nobody sees links of others.
create or replace function app_is_linked(asked bytea[]) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.organisation_link l where l.subject_index = any (asked)) $$;
revoke all on function app_is_linked(bytea[]) from public;
grant execute on function app_is_linked(bytea[]) to mbtq_app;

alter table organisation_step enable row level security;
grant select, insert, delete on organisation_step to mbtq_app;
create policy accounts_all on organisation_step for all to mbtq_app using (app_system() = 'accounts');

-- The only way in which an administrator touches sessions of others: ending all of an account. No token is seen.
create or replace function app_end_sessions_of(asked uuid) returns setof uuid language sql volatile security definer
set search_path = pg_catalog, public, pg_temp as
$$ update public.browser_session s set ended_at = app_now()
   where s.account_id = asked and s.ended_at is null and app_has_role('administrator') returning s.id $$;
revoke all on function app_end_sessions_of(uuid) from public;
grant execute on function app_end_sessions_of(uuid) to mbtq_app;
