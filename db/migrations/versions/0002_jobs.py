"""The job queue: procrastinate's own scripts, as far as release 3.10 has them.

They are named one by one, so that a later release of procrastinate changes nothing here: its new scripts get a
migration of ours. Applied in order they make what its schema.sql makes (compared column by column for 3.10).
"""

from pathlib import Path

from alembic import op
from procrastinate.schema import SchemaManager

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SCRIPTS = (
    "00.00.00_01_initial",
    "00.05.00_01_drop_started_at_column",
    "00.05.00_02_drop_started_at_column",
    "00.05.00_03_drop_procrastinate_version_table",
    "00.06.00_01_fix_procrastinate_fetch_job",
    "00.07.01_01_fix_trigger_status_events_insert",
    "00.08.01_01_add_queueing_lock_column",
    "00.10.00_01_close_fetch_job_race_condition",
    "00.10.00_02_add_defer_job_function",
    "00.11.00_03_add_procrastinate_periodic_defers",
    "00.12.00_01_add_foreign_key_index",
    "00.14.00_01_add_locks_to_periodic_defer",
    "00.15.02_01_fix_procrastinate_defer_periodic_job",
    "00.16.00_01_add_finish_job_and_retry_job_functions",
    "00.17.00_01_add_trigger_on_job_deletion",
    "00.17.00_02_delete_finished_jobs",
    "00.17.00_03_add_checks_to_finish_job",
    "00.17.00_04_add_checks_to_retry_job",
    "00.18.01_01_fix_finish_job_compat_issue",
    "00.19.00_01_add_index_on_procrastinate_jobs",
    "00.22.00_01_add_kwargs_to_defer_periodic_job",
    "00.23.00_01_null_locks_excluded",
    "01.00.00_01_remove_old_finish_job_function",
    "01.01.01_01_job_id_bigint",
    "02.00.03_01_add_job_priority",
    "02.05.00_01_add_periodic_job_priority",
    "02.06.00_01_add_cancel_states",
    "02.08.00_01_add_additional_params_to_retry_job",
    "02.14.01_01_add_indexes_for_fetch_job",
    "03.00.00_01_pre_cancel_notification",
    "03.00.00_50_post_cancel_notification",
    "03.01.00_01_pre_add_heartbeat",
    "03.01.00_50_post_add_heartbeat",
    "03.02.00_01_pre_batch_defer_jobs",
    "03.02.00_50_post_batch_defer_jobs",
    "03.03.00_01_pre_priority_lock_fetch_job",
    "03.04.00_01_pre_add_retry_failed_job_procedure",
    "03.04.00_50_post_add_retry_failed_job_procedure",
)


def upgrade() -> None:
    """Create the queue, through psycopg itself: a script is many statements, and its percent signs mean nothing."""
    folder = Path(SchemaManager.get_migrations_path())
    cursor = op.get_bind().connection.cursor()
    for script in _SCRIPTS:
        cursor.execute((folder / f"{script}.sql").read_bytes())


def downgrade() -> None:
    """Drop the queue, and every job that waits in it."""
    op.get_bind().connection.cursor().execute(_DROP_EVERYTHING)


_DROP_EVERYTHING = b"""
drop table procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs, procrastinate_workers;
do $$
declare leftover record;
begin
  for leftover in select oid::regprocedure as name from pg_proc
                  where pronamespace = 'public'::regnamespace and starts_with(proname, 'procrastinate_') loop
    execute format('drop function %s', leftover.name);
  end loop;
end $$;
drop type procrastinate_job_to_defer_v1, procrastinate_job_event_type, procrastinate_job_status;
"""
