-- What is over: the task 'keeper' deletes it. Of estimates it sees only those that no account is a member of; what
-- belongs to a row goes with it (cascade).
create policy keeper_select on browser_session for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on browser_session for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on return_member for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on tax_return for select to mbtq_app using (app_system() = 'keeper' and not exists (
  select 1 from return_member m where m.return_id = tax_return.id and m.account_id is not null));
create policy keeper_delete on tax_return for delete to mbtq_app using (app_system() = 'keeper' and not exists (
  select 1 from return_member m where m.return_id = tax_return.id and m.account_id is not null));
create policy keeper_removed on tax_return for select to mbtq_app
  using (app_system() = 'keeper' and removed_at <= app_now() - interval '30 days');
create policy keeper_removed_delete on tax_return for delete to mbtq_app
  using (app_system() = 'keeper' and removed_at <= app_now() - interval '30 days');
create policy keeper_select on mail_link for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on mail_link for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on outgoing_mail for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on outgoing_mail for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on form_attempt for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on form_attempt for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on known_device for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on known_device for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on address_change for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on address_change for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on organisation_step for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on organisation_step for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on passkey_challenge for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on passkey_challenge for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on trusted_access for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on trusted_access for delete to mbtq_app using (app_system() = 'keeper');
create policy keeper_select on document_upload for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on document_upload for delete to mbtq_app using (app_system() = 'keeper');
