-- Keys of partners: the task 'partner desk' makes and revokes them, the task 'partner door' only looks one up
alter table partner_key enable row level security;
grant select, insert, update (revoked_at) on partner_key to mbtq_app;
create policy desk_all on partner_key for all to mbtq_app using (app_system() = 'partner desk');
create policy door_select on partner_key for select to mbtq_app using (app_system() = 'partner door');
