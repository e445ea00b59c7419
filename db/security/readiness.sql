-- Which migration the database is at, for the readiness check
grant select on alembic_version to mbtq_app;
