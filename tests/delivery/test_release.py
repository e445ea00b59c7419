"""A release goes to a server in an order in which somebody always serves, and what fails leaves the one before."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.delivery.server import Server, a_server
from tests.processes.house_process import ROOT

SENT = ("compose.yaml", "deploy", "assets/updating.html")
WAY = "compose --env-file deploy/compose.env"
RENEWED = [
    "run --rm -T certificates",
    *(f"exec -T {part} sh -c kill -HUP 1" for part in ("pgbouncer", "postgres", "app-1", "app-2")),
    "exec -T redis redis-cli --tls --cacert /certificates/ca.pem --cert /certificates/redis.pem "
    "--key /certificates/redis.pem config set tls-cert-file /certificates/redis.pem",
    "exec -T nginx nginx -c /etc/nginx/house/nginx.conf -s reload",
]
STEPS = [
    "pull app-1",
    "build certificates pgbouncer",
    "up --detach --wait postgres redis pgbouncer",
    "run --rm migrate",
    *(f"up --detach --wait --no-deps {part}" for part in ("app-1", "app-2", "worker", "nginx")),
    *RENEWED,
]


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return a_server(tmp_path)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone in which 1.2.3 is tagged, and something newer lies about."""
    made = tmp_path / "clone"
    for each in SENT:
        copy = shutil.copytree if (ROOT / each).is_dir() else shutil.copy
        (made / each).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / each, made / each)
    (made / "deploy/app.env").unlink(missing_ok=True)
    git = ["git", "-c", "user.name=Rosa", "-c", "user.email=rosa@example.org", "-C", str(made)]
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Release"], ["tag", "v1.2.3"]):
        subprocess.run([*git, *arguments], check=True)
    (made / "compose.yaml").write_text("not released", encoding="utf-8")
    return made


def test_migrations_come_first_and_then_one_process_after_the_other(server: Server) -> None:
    done = server.release("1.2.3")
    assert (done.returncode, done.stderr) == (0, "")
    assert server.told() == [f"1.2.3: {WAY} {step}" for step in STEPS]
    assert server.version == "1.2.3"


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_whatever_fails_ends_it_there_and_says_how_to_go_back(server: Server, number: int) -> None:
    server.breaks_at(STEPS[number])
    done = server.release("1.2.3")
    assert done.returncode == 1
    assert done.stderr.endswith("To go back: sh deploy/release.sh 1.2.2\n")
    assert len(server.told()) == number + 1
    assert server.version == "1.2.2"


def test_certificates_are_renewed_and_taken_without_a_stop_and_no_release_is_named(server: Server) -> None:
    done = server.run(server.folder / "deploy/renew.sh")
    assert (done.returncode, done.stderr) == (0, "")
    assert server.told() == [f": {WAY} {step}" for step in RENEWED]


@pytest.mark.parametrize("arguments", [[], ["latest"], ["v1.2.3"], [""], ["1.2.3; true"]])
def test_a_release_has_a_number(server: Server, arguments: list[str]) -> None:
    assert server.release(*arguments).returncode == 2
    assert server.told() == []


def test_what_is_sent_is_what_was_tagged_and_secrets_of_the_server_stay(server: Server, clone: Path) -> None:
    done = server.run(clone / "deploy/send.sh", "1.2.3", "deploy@server", str(server.folder))
    assert done.returncode == 0, done.stderr
    assert (server.folder / "compose.yaml").read_text(encoding="utf-8") != "not released"
    assert (server.folder / "assets/updating.html").exists()
    assert "POSTGRES_PASSWORD=x" in (server.folder / "deploy/compose.env").read_text(encoding="utf-8")
    assert (server.version, len(server.told())) == ("1.2.3", len(STEPS))
    asked = (server.notes / "asked").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("-o BatchMode=yes deploy@server ") for line in asked)


def test_a_file_that_a_container_holds_on_to_is_written_over_and_not_replaced(server: Server, clone: Path) -> None:
    held = server.folder / "assets/updating.html"
    held.parent.mkdir()
    held.write_text("older", encoding="utf-8")
    before = held.stat().st_ino
    server.run(clone / "deploy/send.sh", "1.2.3", "deploy@server", str(server.folder))
    assert held.stat().st_ino == before
    assert held.read_text(encoding="utf-8") != "older"


@pytest.mark.parametrize("version", ["9.9.9", "1.2.3;true"])
def test_what_is_no_tag_reaches_no_server(server: Server, clone: Path, version: str) -> None:
    assert server.run(clone / "deploy/send.sh", version, "deploy@server", str(server.folder)).returncode != 0
    assert not (server.notes / "asked").exists()
