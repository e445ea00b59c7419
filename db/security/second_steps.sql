-- The second step: 'accounts' checks it; a person sees whether they have one, and makes their own recovery codes
alter table authenticator enable row level security;
grant select, insert, update, delete on authenticator to mbtq_app;
create policy accounts_all on authenticator for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on authenticator for select to mbtq_app using (account_id = app_account());

alter table recovery_code enable row level security;
grant select, insert, update, delete on recovery_code to mbtq_app;
create policy accounts_all on recovery_code for all to mbtq_app using (app_system() = 'accounts');
create policy own_select on recovery_code for select to mbtq_app using (account_id = app_account());
create policy own_insert on recovery_code for insert to mbtq_app with check (account_id = app_account());
create policy own_delete on recovery_code for delete to mbtq_app using (account_id = app_account());

alter table owed_step enable row level security;
grant select, insert, update, delete on owed_step to mbtq_app;
create policy accounts_all on owed_step for all to mbtq_app using (app_system() = 'accounts');
