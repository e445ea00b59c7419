-- Links in letters: 'accounts' takes down who asked and looks a link up; 'link writer' sees whether there is an account,
-- and writes the letter.
alter table mail_link enable row level security;
grant select, insert, update, delete on mail_link to mbtq_app;
create policy accounts_select on mail_link for select to mbtq_app using (app_system() = 'accounts');
create policy accounts_insert on mail_link for insert to mbtq_app with check (app_system() = 'accounts');
create policy accounts_update on mail_link for update to mbtq_app using (app_system() = 'accounts');
create policy writer_select on mail_link for select to mbtq_app using (app_system() = 'link writer');
create policy writer_update on mail_link for update to mbtq_app using (app_system() = 'link writer');
create policy link_writer_select on account for select to mbtq_app using (app_system() = 'link writer');
create policy link_writer_select on account_deletion for select to mbtq_app using (app_system() = 'link writer');
