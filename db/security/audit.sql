-- The audit trail: adding only. The task 'audit' seals and checks it; a person sees what was done
-- with their own data, an auditor everything
alter table audit_record enable row level security;
grant select, insert on audit_record to mbtq_app;
create policy add_only on audit_record for insert to mbtq_app
  with check (actor_kind = current_setting('app.kind', true) and actor_id = current_setting('app.id', true));
create policy audit_select on audit_record for select to mbtq_app using (app_system() = 'audit');
create policy auditor_select on audit_record for select to mbtq_app using (app_has_role('auditor'));
create policy about_me_select on audit_record for select to mbtq_app using (about_account_id = app_account());

alter table audit_seal enable row level security;
grant select, insert on audit_seal to mbtq_app;
create policy audit_all on audit_seal for all to mbtq_app using (app_system() = 'audit');
create policy health_select on audit_seal for select to mbtq_app using (app_system() = 'health');

alter table audit_sealed enable row level security;
grant select, insert on audit_sealed to mbtq_app;
create policy audit_all on audit_sealed for all to mbtq_app using (app_system() = 'audit');

alter table audit_check enable row level security;
grant select, insert on audit_check to mbtq_app;
create policy audit_all on audit_check for all to mbtq_app using (app_system() = 'audit');
create policy health_select on audit_check for select to mbtq_app using (app_system() = 'health');
create policy auditor_select on audit_check for select to mbtq_app using (app_has_role('auditor'));
