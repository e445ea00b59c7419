-- Jobs: arguments are ids, so that every visitor may enqueue one in their own transaction
grant select, insert, update, delete
  on procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers to mbtq_app;
grant usage
  on sequence procrastinate_jobs_id_seq, procrastinate_events_id_seq, procrastinate_periodic_defers_id_seq to mbtq_app;
