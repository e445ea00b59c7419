"""The lines to PostgreSQL, straight and through PgBouncer: both ends show a certificate, and a new one is no stop."""

import socket
import ssl
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy.engine import URL

from tests.delivery.yaml_file import read
from tests.deployment.certificates import OfTheHouse
from tests.deployment.pgbouncer_server import a_pgbouncer
from tests.deployment.postgres_server import a_postgres, programs
from tests.deployment.server_process import Server
from tests.services.jobs.waiting import until

pytestmark = pytest.mark.slow
WHO = "select current_user, version, client_dn from pg_stat_ssl where pid = pg_backend_pid()"
APP = ("mbtq_app", "TLSv1.3", "/CN=mbtq_app")


@dataclass(frozen=True)
class Database:
    """PostgreSQL with its folder, PgBouncer in front of it, and certificates that a test may spoil."""

    folder: Path
    certificates: OfTheHouse
    postgres: Server
    pgbouncer: Server

    def straight(self, part: str = "app", role: str = "mbtq_app") -> URL:
        """The address of PostgreSQL itself."""
        return self.certificates.database(self.postgres.port, part=part, role=role)

    def through_pgbouncer(self) -> URL:
        """The address of the app."""
        return self.certificates.database(self.pgbouncer.port)

    async def taken(self) -> None:
        """Have both take the certificates that they have now, and PgBouncer begin new lines to PostgreSQL."""
        for part, server in {"pgbouncer": self.pgbouncer, "postgres": self.postgres}.items():
            server.reload()
            file = self.certificates.of(part).read_bytes()
            wanted = x509.load_pem_x509_certificate(file).public_bytes(Encoding.DER)
            await until(partial(shows, server.port, wanted))
        with psycopg.connect(host=str(self.folder), port=self.postgres.port, user="postgres", autocommit=True) as line:
            line.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'mbtq_app'")


@pytest.fixture(scope="module")
def database(certificates: OfTheHouse) -> Iterator[Database]:
    folder = certificates.folder / "database"
    for each in (folder, folder / "postgres", folder / "pgbouncer"):
        each.mkdir()
    own = OfTheHouse(folder, certificates.account)
    own.make()
    with a_postgres(folder / "postgres", own) as postgres:
        leads_to = f"host=localhost port={postgres.port} dbname=mbtq"
        with a_pgbouncer(folder / "pgbouncer", own, leads_to=leads_to, patience_seconds=3) as pgbouncer:
            yield Database(folder / "postgres", own, postgres, pgbouncer)


def asked(url: URL) -> tuple[object, ...] | None:
    """Who PostgreSQL says is there: the role, the version of TLS, and the subject of the certificate."""
    with psycopg.connect(url.render_as_string(), prepare_threshold=None) as line:
        return line.execute(WHO).fetchone()


def shows(port: int, certificate: bytes) -> bool:
    """Whether that certificate is shown to who asks for TLS there (PostgreSQL's SSLRequest)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", port), 10) as plain:
        plain.sendall(struct.pack("!ii", 8, 80_877_103))
        assert plain.recv(1) == b"S"
        with context.wrap_socket(plain) as line:
            return line.getpeercert(binary_form=True) == certificate


def test_pgbouncer_is_known_by_its_certificate_and_so_is_who_comes_straight(database: Database) -> None:
    assert asked(database.through_pgbouncer()) == APP
    assert asked(database.straight()) == APP
    assert asked(database.straight("owner", "mbtq_owner")) == ("mbtq_owner", "TLSv1.3", "/CN=mbtq_owner")


def test_who_has_no_certificate_of_the_role_does_not_come_in(database: Database) -> None:
    address = database.straight()
    for said, url in (
        ("no encryption", address.update_query_dict({"sslmode": "disable"})),
        ("requires a valid client certificate", address.difference_update_query(["sslcert", "sslkey"])),
        ("certificate authentication failed", address.set(username="mbtq_owner")),
        ("no pg_hba.conf entry", address.set(username="postgres")),
    ):
        with pytest.raises(psycopg.OperationalError, match=said):
            asked(url)


async def test_pgbouncer_tells_nothing_to_a_database_that_shows_another_certificate(
    database: Database, certificates: OfTheHouse
) -> None:
    """The file of another house lies in the place of its own; making certificates again mends that."""
    database.certificates.of("postgres").write_bytes(certificates.of("postgres").read_bytes())
    await database.taken()
    with pytest.raises(psycopg.OperationalError, match="query_wait_timeout"):
        asked(database.through_pgbouncer())
    assert database.certificates.make() == ["A new certificate: postgres"]
    await database.taken()
    assert asked(database.through_pgbouncer()) == APP


async def test_new_certificates_are_taken_while_somebody_is_there(database: Database) -> None:
    with psycopg.connect(database.through_pgbouncer().render_as_string(), prepare_threshold=None) as somebody:
        for part in ("pgbouncer", "postgres", "app"):
            database.certificates.of(part).unlink()
        assert len(database.certificates.make()) == 3
        await database.taken()
        assert asked(database.through_pgbouncer()) == APP
        assert somebody.execute(WHO).fetchone() == APP


def test_postgresql_says_that_it_is_well_to_the_check_of_compose(database: Database) -> None:
    _, program, *words = read("compose.yaml")["services"]["postgres"]["healthcheck"]["test"]
    subprocess.run([programs() / program, *words, f"--port={database.postgres.port}"], check=True)
