-- Passkeys: a person adds, names and removes their own; the task 'accounts' alone asks devices to sign, and counts
alter table passkey enable row level security;
grant select, insert, delete, update (sign_count, is_backed_up, last_used_at, name_sealed) on passkey to mbtq_app;
create policy accounts_select on passkey for select to mbtq_app using (app_system() = 'accounts');
create policy accounts_update on passkey for update to mbtq_app using (app_system() = 'accounts');
create policy accounts_delete on passkey for delete to mbtq_app using (app_system() = 'accounts');
create policy own_all on passkey for all to mbtq_app using (account_id = app_account());

alter table passkey_challenge enable row level security;
grant select, insert, delete on passkey_challenge to mbtq_app;
create policy accounts_all on passkey_challenge for all to mbtq_app using (app_system() = 'accounts');
