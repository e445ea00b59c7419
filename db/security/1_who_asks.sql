-- Who is asking
create or replace function app_account() returns uuid language sql stable as
$$ select case when current_setting('app.kind', true) = 'person' then nullif(current_setting('app.id', true), '')::uuid end $$;

create or replace function app_guest() returns uuid language sql stable as
$$ select case when current_setting('app.kind', true) = 'guest' then nullif(current_setting('app.id', true), '')::uuid end $$;

create or replace function app_system() returns text language sql stable as
$$ select case when current_setting('app.kind', true) = 'system' then nullif(current_setting('app.id', true), '') end $$;

create or replace function app_session() returns uuid language sql stable as
$$ select nullif(current_setting('app.session', true), '')::uuid $$;

create or replace function app_now() returns timestamptz language sql stable as
$$ select nullif(current_setting('app.now', true), '')::timestamptz $$;

-- The hashes by which other rows know the address of who asks: more than one while keys are changed
create or replace function app_own_indexes() returns bytea[] language sql stable as
$$ select array_prepend(a.email_index, a.email_index_others) from public.account a where a.id = app_account() $$;

-- Membership is asked through the owner's eyes: a policy that reads its own table would never end. pg_temp is searched
-- last, or else a temporary object of the asker would come before ours.
create or replace function app_is_member(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.return_member m
                  where m.return_id = asked and (m.account_id = app_account() or m.session_id = app_guest())) $$;

-- A membership may be written only before its return: nobody can add themselves to a return that is there.
create or replace function app_return_exists(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.tax_return r where r.id = asked) $$;

-- Whether its member removed it: then only members see it, and can put it back.
create or replace function app_return_is_removed(asked uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as
$$ select exists (select 1 from public.tax_return r where r.id = asked and r.removed_at is not null) $$;
revoke all on function app_is_member(uuid), app_return_exists(uuid), app_return_is_removed(uuid) from public;
grant execute on function app_is_member(uuid), app_return_exists(uuid), app_return_is_removed(uuid), app_account(), app_guest(), app_system(),
  app_session(), app_now(), app_own_indexes() to mbtq_app;
