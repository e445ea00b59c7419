"""What a house that runs writes to standard error: nothing in development; lines of JSON where others are served."""

import json
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from services.settings import secrets
from tests.database import DatabaseUrls
from tests.processes.conftest import Start
from tests.processes.house_process import HouseProcess, free_port

pytestmark = pytest.mark.slow


def _ask(house: HouseProcess, path: str, *, host: str = "localhost") -> str:
    """The id of the request for a path."""
    request = urllib.request.Request(house.address + path, headers={"Host": host})  # noqa: S310  # our own address
    with urllib.request.urlopen(request) as reply:  # noqa: S310  # the same
        return str(reply.headers["X-Request-ID"])


def _public(urls: DatabaseUrls, files: Path) -> dict[str, str]:
    made = {name.upper(): value for name, value in secrets.fresh().items()}
    return made | {
        "PROFILE": "production",
        "DATABASE_URL": urls.app,
        "PUBLIC_URL": "https://mbtq.example",
        "COOKIES_TLS_ONLY": "true",
        "FILES_URL": files.as_uri(),
        "SMTP_HOST": "127.0.0.1",
        "MAIL_FROM": "MBTQ <no-reply@mbtq.example>",
    }


def test_a_developer_s_terminal_stays_quiet(start: Start) -> None:
    house = start().opened()
    _ask(house, "/")
    house.interrupt()
    assert house.ended() == (0, "")


def test_a_developer_can_read_along(start: Start) -> None:
    house = start(LOG_LEVEL="info").opened()
    request_id = _ask(house, "/tax?email=rosa@example.org")
    house.interrupt()
    code, told = house.ended()
    assert code == 0
    [line] = [line for line in told.splitlines() if request_id in line]
    assert "route=/tax " in line
    assert "rosa" not in told


def test_in_production_every_line_is_json(start: Start, database_urls: DatabaseUrls, tmp_path: Path) -> None:
    house = start(**_public(database_urls, tmp_path / "files"))
    assert house.process.stdout is not None
    assert json.loads(house.process.stdout.readline())["message"] == "MBTQ is ready: https://mbtq.example"
    request_id = _ask(house, "/tax?email=rosa@example.org", host="mbtq.example")
    with suppress(urllib.error.HTTPError):
        _ask(house, "/rosa@example.org", host="mbtq.example")
    house.interrupt()
    rest, told = house.process.communicate()
    assert (house.process.returncode, rest) == (0, "")
    lines = [json.loads(line) for line in told.splitlines()]
    [line] = [line for line in lines if line.get("request_id") == request_id]
    assert (line["message"], line["method"], line["route"], line["status"]) == ("request", "GET", "/tax", 200)
    assert {one["route"] for one in lines if one["message"] == "request"} == {"/tax", "-"}
    assert "rosa" not in told


def test_a_refusal_to_start_in_production_is_json_too(
    start: Start, database_urls: DatabaseUrls, tmp_path: Path
) -> None:
    away = {"DATABASE_URL": f"postgresql://mbtq_app:a-good-password@127.0.0.1:{free_port()}/mbtq"}
    code, told = start(**_public(database_urls, tmp_path / "files") | away).ended()
    assert code == 1
    [line] = [json.loads(line) for line in told.splitlines()]
    assert "can't be reached" in line["message"]
