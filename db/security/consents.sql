-- Consents: a person gives their own, and nobody else sees any. What was signed is never changed, also not by its person
-- (only the task 'rotation' seals it anew): there is no policy for updates.
alter table consent enable row level security;
grant select, insert on consent to mbtq_app;
create policy own_select on consent for select to mbtq_app using (account_id = app_account());
create policy own_insert on consent for insert to mbtq_app
  with check (account_id = app_account() and session_id = app_session() and withdrawn_at is null);

-- The only way to end one: by its person, once, from now on
create or replace function app_withdraw_consent(asked uuid) returns void language sql volatile security definer
set search_path = pg_catalog, public, pg_temp as
$$ update public.consent c set withdrawn_at = app_now()
   where c.id = asked and c.account_id = app_account() and c.withdrawn_at is null $$;
revoke all on function app_withdraw_consent(uuid) from public;
grant execute on function app_withdraw_consent(uuid) to mbtq_app;
