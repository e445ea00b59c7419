-- Letters: whoever acts may post one, the system task 'mail' sends it, and a person reads those
-- that went to the address of their account
alter table outgoing_mail enable row level security;
grant select, insert, update, delete on outgoing_mail to mbtq_app;
create policy anybody_insert on outgoing_mail for insert to mbtq_app
  with check (posted_by_kind = nullif(current_setting('app.kind', true), '')
    and posted_by_id = current_setting('app.id', true) and sent_at is null and refused_at is null);
create policy mail_select on outgoing_mail for select to mbtq_app using (app_system() = 'mail');
create policy mail_update on outgoing_mail for update to mbtq_app using (app_system() = 'mail');
create policy own_select on outgoing_mail for select to mbtq_app
  using (to_index = any ((select app_own_indexes())::bytea[]));
