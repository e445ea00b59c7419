-- How outside services answered: the task 'watch' writes it down, 'health' reads it for pages and metrics
alter table provider_answer enable row level security;
grant select, insert, update, delete on provider_answer to mbtq_app;
create policy watch_all on provider_answer for all to mbtq_app using (app_system() = 'watch');
create policy health_select on provider_answer for select to mbtq_app using (app_system() = 'health');
