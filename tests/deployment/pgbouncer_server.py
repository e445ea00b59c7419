"""Debian's PgBouncer with the configuration of deploy/pgbouncer, in front of a PostgreSQL of the tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.deployment.certificates import OfTheHouse
from tests.deployment.changed import put
from tests.deployment.server_process import Server, listening, program
from tests.processes.house_process import free_port


@contextmanager
def a_pgbouncer(
    folder: Path, certificates: OfTheHouse, *, leads_to: str, patience_seconds: int = 10
) -> Iterator[Server]:
    """One that runs while the block lasts. `leads_to` is host, port and database, as its configuration has them."""
    port = free_port()
    changes = {
        "host=postgres port=5432 dbname=mbtq": leads_to,
        "listen_addr = 0.0.0.0": "listen_addr = 127.0.0.1",
        "listen_port = 6432": f"listen_port = {port}",
        "query_wait_timeout = 10": f"query_wait_timeout = {patience_seconds}",
        "/etc/pgbouncer/": f"{folder}/",
        "/certificates/": f"{certificates.public}/",
    }
    configuration = put(folder, "pgbouncer/pgbouncer.ini", changes)
    put(folder, "pgbouncer/userlist.txt", {})
    for path in (folder, *folder.iterdir()):
        os.chown(path, certificates.account, -1)  # it is never root
    with listening(
        [program("pgbouncer"), "--quiet", str(configuration)], port=port, account=certificates.account
    ) as it:
        yield it
