-- What was filed: members of the return add snapshots and read them. Nobody changes or deletes one; it goes with its return.
alter table filed_return enable row level security;
grant select, insert on filed_return to mbtq_app;
create policy member_select on filed_return for select to mbtq_app using (app_is_member(return_id));
create policy member_insert on filed_return for insert to mbtq_app
  with check (app_is_member(return_id) and account_id = app_account());
