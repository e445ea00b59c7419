-- The two roles of the house and its database, as db/roles.py makes them for the embedded server. Run it with psql as a
-- superuser; safe to repeat. They have no password: they come with a certificate (pg_hba.conf).
-- The image of PostgreSQL runs it by itself when its volume is new.
\set ON_ERROR_STOP on

select format('create role %I', wanted.name)
from unnest(array['mbtq_owner', 'mbtq_app']) as wanted(name)
where not exists (select from pg_roles where rolname = wanted.name) \gexec

alter role mbtq_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;
alter role mbtq_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication;

-- The app sets these itself on a direct connection (db/engine.py). PgBouncer passes them on for nobody.
alter role mbtq_app set statement_timeout = '30s';
alter role mbtq_app set lock_timeout = '5s';
alter role mbtq_app set idle_in_transaction_session_timeout = '60s';
alter role mbtq_app set timezone = 'UTC';

select 'create database mbtq owner mbtq_owner template template0 encoding ''UTF8'''
where not exists (select from pg_database where datname = 'mbtq') \gexec
revoke all on database mbtq from public;
grant connect on database mbtq to mbtq_app;
