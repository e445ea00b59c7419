-- Who may touch which table and row, as the app role. The owner applies every file of this folder after each migration,
-- in the order of their names; they are safe to repeat. Identity comes from app.kind, app.id and app.session, and the time
-- of the house from app.now: set for one transaction by House.transaction, and empty outside of it.

-- Start from nothing
do $$
declare policy record;
begin
  for policy in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on public.%I', policy.policyname, policy.tablename);
  end loop;
end $$;
revoke all on all tables in schema public from mbtq_app;
revoke create on schema public from public;
grant usage on schema public to mbtq_app;
