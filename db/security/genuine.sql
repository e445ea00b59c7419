-- Codes by which a customer checks that somebody is one of us. Who works here makes their own, for customers whom they see
-- now; the customer's side is in whose_data.sql.
alter table genuine_code enable row level security;
grant select, insert, delete, update (code_sealed, expires_at) on genuine_code to mbtq_app;
create policy staff_select on genuine_code for select to mbtq_app
  using (staff_id = app_account() and app_reaches_customer(customer_id));
create policy staff_insert on genuine_code for insert to mbtq_app
  with check (staff_id = app_account() and app_reaches_customer(customer_id)
    and expires_at <= app_now() + interval '11 minutes'); -- time goes on in a transaction
create policy staff_update on genuine_code for update to mbtq_app
  using (staff_id = app_account() and app_reaches_customer(customer_id))
  with check (staff_id = app_account() and app_reaches_customer(customer_id)
    and expires_at <= app_now() + interval '11 minutes');
create policy keeper_select on genuine_code for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on genuine_code for delete to mbtq_app using (app_system() = 'keeper');
