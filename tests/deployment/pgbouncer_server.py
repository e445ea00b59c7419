"""Debian's PgBouncer with the configuration of deploy/pgbouncer, in front of the test server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url

from tests.deployment.certificates import Vouched
from tests.deployment.changed import put
from tests.deployment.server_process import listening, program
from tests.processes.house_process import free_port

PASSWORD = "a password that only tests know"


@contextmanager
def a_pgbouncer(folder: Path, app_url: str, *, tls: Vouched | None = None) -> Iterator[str]:
    """The address of a PgBouncer that leads to a database of the test server, while the block lasts.

    With `tls` it shows that certificate, which lies in its folder, and lets nobody in without.
    """
    port = free_port()
    socket_folder, database = str(make_url(app_url).query["host"]), make_url(app_url).database
    changes = {
        "host=postgres port=5432 dbname=mbtq": f"host={socket_folder} port=5432 dbname={database}",
        "listen_addr = 0.0.0.0": "listen_addr = 127.0.0.1",
        "listen_port = 6432": f"listen_port = {port}",
        "/tmp/userlist.txt": f"{folder}/userlist.txt",  # noqa: S108  # what the configuration says
    }
    if tls:
        shown = f"client_tls_cert_file = {tls.certificate}\nclient_tls_key_file = {tls.key}"
        changes["unix_socket_dir ="] = f"unix_socket_dir =\nclient_tls_sslmode = require\n{shown}"
    configuration = put(folder, "pgbouncer/pgbouncer.ini", changes)
    (folder / "userlist.txt").write_text(f'"mbtq_app" "{PASSWORD}"\n', encoding="utf-8")
    owner = Path(socket_folder).stat().st_uid  # PgBouncer is never root; only this account may enter the folder
    for path in (folder, *folder.iterdir()):
        os.chown(path, owner, -1)
    command = [program("pgbouncer"), "--quiet", str(configuration)]
    with listening(command, port=port, account=owner if os.geteuid() == 0 else None):
        url = make_url("postgresql://mbtq_app@127.0.0.1/mbtq").set(port=port, password=PASSWORD)
        yield url.render_as_string(hide_password=False)
