-- Clients whom partners registered. A partner sees and changes its own, and no account: whether an address has one, it
-- can't find out. The task 'intake desk' finds a registration by the link in the letter, and ends it. 'keeper' deletes
-- what nobody took over, 'account keeper' what is about an account that is due.
create or replace function app_partner() returns text language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select k.partner from public.partner_key k
   where current_setting('app.kind', true) = 'partner' and k.revoked_at is null
     and k.id = case when current_setting('app.kind', true) = 'partner'
                     then nullif(current_setting('app.id', true), '')::uuid end $$;
revoke all on function app_partner() from public;
grant execute on function app_partner() to mbtq_app;

alter table partner_client enable row level security;
grant select, insert, update, delete on partner_client to mbtq_app;
create policy partner_select on partner_client for select to mbtq_app using (partner = app_partner());
create policy partner_insert on partner_client for insert to mbtq_app with check (partner = app_partner());
create policy partner_update on partner_client for update to mbtq_app using (partner = app_partner());
create policy desk_select on partner_client for select to mbtq_app using (app_system() = 'intake desk');
create policy desk_delete on partner_client for delete to mbtq_app using (app_system() = 'intake desk');
create policy keeper_select on partner_client for select to mbtq_app using (app_system() = 'keeper');
create policy keeper_delete on partner_client for delete to mbtq_app using (app_system() = 'keeper');
create policy own_select on partner_client for select to mbtq_app
  using (email_index = any ((select app_own_indexes())::bytea[]));
