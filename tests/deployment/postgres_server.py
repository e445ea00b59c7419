"""Debian's PostgreSQL with the options that compose.yaml gives it: the embedded one was built without TLS."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.deployment.certificates import OfTheHouse
from tests.deployment.changed import DEPLOY, command_of, put
from tests.deployment.server_process import Server, as_account, listening
from tests.processes.house_process import free_port


@contextmanager
def a_postgres(folder: Path, certificates: OfTheHouse) -> Iterator[Server]:
    """One with the roles and the database of deploy/postgres/roles.sql, while the block lasts."""
    os.chown(folder, certificates.account, -1)
    port, found, data = free_port(), programs(), folder / "data"
    create = [str(found / "initdb"), "--username=postgres", "--no-sync", "--no-instructions", "-D", str(data)]
    subprocess.run(create, check=True, capture_output=True, **as_account(certificates.account))
    changes = {
        "postgres\n": f"{found}/postgres\n",
        "/certificates/": f"{certificates.public}/",
        "/etc/postgresql/": f"{folder}/",
    }
    put(folder, "postgres/pg_hba.conf", {"peer": "trust"})  # no account of a test is called postgres
    ours = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": folder, "fsync": "off"}
    options = [word for name, value in ours.items() for word in ("-c", f"{name}={value}")]
    command = [*command_of("postgres", changes), *options, "-D", str(data)]
    with listening(command, port=port, account=certificates.account) as server:
        where = ["-h", str(folder), "-p", str(port), "-U", "postgres"]
        while subprocess.run([str(found / "pg_isready"), "--quiet", *where], check=False).returncode:
            assert server.process.poll() is None  # it listens before it lets anybody in
            time.sleep(0.02)
        roles = ["-f", str(DEPLOY / "postgres/roles.sql")]
        subprocess.run([str(found / "psql"), *where, *roles], check=True, capture_output=True)
        yield server


def programs() -> Path:
    """Of the newest that is installed. AssertionError without one: `make test` installs it or says so."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda each: int(each.parts[-3]))
    assert found, "postgresql is not installed"
    return found[-1].parent
