-- Feedback: the task 'feedback' takes it in and tells the person what was taken in, staff read and answer it, and the
-- task 'feedback keeper' deletes it when its time is over. What goes with a message is deleted with it (cascade).
alter table feedback enable row level security;
grant select, insert, delete on feedback to mbtq_app;
create policy desk_select on feedback for select to mbtq_app using (app_system() = 'feedback');
create policy desk_insert on feedback for insert to mbtq_app with check (app_system() = 'feedback');
create policy staff_select on feedback for select to mbtq_app using (app_has_role('support_agent', 'preparer', 'administrator'));
create policy keeper_select on feedback for select to mbtq_app using (app_system() = 'feedback keeper');
create policy keeper_delete on feedback for delete to mbtq_app using (app_system() = 'feedback keeper');
-- A message with the address of an account comes into the copy of its owner, and goes with the account.
create policy own_select on feedback for select to mbtq_app using (address_index = any ((select app_own_indexes())::bytea[]));

alter table feedback_video enable row level security;
grant select, insert, update (written_version_sealed, status) on feedback_video to mbtq_app;
create policy desk_select on feedback_video for select to mbtq_app using (app_system() = 'feedback');
create policy desk_insert on feedback_video for insert to mbtq_app with check (app_system() = 'feedback');
create policy staff_select on feedback_video for select to mbtq_app using (app_has_role('support_agent', 'preparer', 'administrator'));
create policy staff_update on feedback_video for update to mbtq_app using (app_has_role('support_agent', 'preparer', 'administrator'));
create policy keeper_select on feedback_video for select to mbtq_app using (app_system() = 'feedback keeper');
create policy checker_select on feedback_video for select to mbtq_app using (app_system() = 'video checker');
create policy checker_update on feedback_video for update to mbtq_app using (app_system() = 'video checker');
create policy own_select on feedback_video for select to mbtq_app using (feedback_id in (
  select f.id from feedback f where f.address_index = any ((select app_own_indexes())::bytea[])));

alter table feedback_answer enable row level security;
grant select, insert on feedback_answer to mbtq_app;
create policy staff_select on feedback_answer for select to mbtq_app using (app_has_role('support_agent', 'preparer', 'administrator'));
create policy staff_insert on feedback_answer for insert to mbtq_app
  with check (app_has_role('support_agent', 'preparer', 'administrator') and account_id = app_account());
create policy own_select on feedback_answer for select to mbtq_app using (feedback_id in (
  select f.id from feedback f where f.address_index = any ((select app_own_indexes())::bytea[])));
