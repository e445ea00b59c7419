-- Tax returns: members change them, and those who reach a member read them (app_may_read_return); 'accounts' moves a guest's membership to the account that they make
alter table return_member enable row level security;
grant select, insert, update on return_member to mbtq_app;
create policy own_select on return_member for select to mbtq_app
  using (account_id = app_account() or session_id = app_guest());
create policy staff_select on return_member for select to mbtq_app using (app_reaches_returns_of(account_id));
create policy own_insert on return_member for insert to mbtq_app
  with check ((account_id = app_account() or session_id = app_guest()) and not app_return_exists(return_id));
create policy accounts_all on return_member for all to mbtq_app using (app_system() = 'accounts');

alter table tax_return enable row level security;
grant select, insert, update, delete on tax_return to mbtq_app;
create policy reader_select on tax_return for select to mbtq_app using (app_may_read_return(id));
create policy member_insert on tax_return for insert to mbtq_app with check (app_is_member(id));
create policy member_update on tax_return for update to mbtq_app using (app_is_member(id));

alter table return_change enable row level security;
grant select, insert on return_change to mbtq_app;
create policy reader_select on return_change for select to mbtq_app using (app_may_read_return(return_id));
create policy member_insert on return_change for insert to mbtq_app with check (app_is_member(return_id));
-- What a guest changed is signed with the account that they make; whose a change is, never changes after that
grant update (account_id) on return_change to mbtq_app;
create policy accounts_select on return_change for select to mbtq_app using (app_system() = 'accounts');
create policy accounts_sign on return_change for update to mbtq_app
  using (app_system() = 'accounts' and account_id is null) with check (app_system() = 'accounts' and account_id is not null);
