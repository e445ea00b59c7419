"""`make smoke` as an operator runs it on a house that is open."""

import os
import subprocess
import sys

import pytest

from services import demo
from tests.processes.conftest import Start
from tests.processes.house_process import ROOT, free_port
from tests.processes.test_partner_keys import keys


def smoke(address: str, **environment: str) -> tuple[int, str]:
    """The exit code and what the command prints."""
    command = [sys.executable, "-m", "tests.smoke", address]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.slow
def test_the_walk_of_a_house_finds_nothing_wrong(start: Start) -> None:
    house = start(DEMO_DATA="true", REQUESTS_PER_MINUTE="60").opened()
    account = {"SMOKE_EMAIL": demo.ACCOUNTS[0].address, "SMOKE_PASSWORD": demo.PASSWORD}
    key = keys(house.data_dir, "make", "Smoke")
    code, said = smoke(house.address, **account, SMOKE_API_KEY=key, RATE_LIMIT="1")
    assert code == 0, said
    words = [line.split() for line in said.splitlines() if line]
    assert {line[1] for line in words if line[0] == "skipped"} == {"metrics", "https"}
    assert "our own page gets one, another site does not" in said
    assert said.splitlines()[-1] == "Nothing failed."


def test_where_nobody_listens_the_walk_fails_at_once() -> None:
    code, said = smoke(f"http://localhost:{free_port()}")
    assert code == 1
    assert "nothing answers. See that the address is right" in said.splitlines()[0]
    assert said.count("\n") == 3, "one cause is told in one line"


@pytest.mark.parametrize("address", ["", "www.example.org", "ftp://example.org"])
def test_what_is_no_address_is_said(address: str) -> None:
    assert smoke(address)[0] == 2


def test_the_walk_needs_nothing_of_the_app() -> None:
    loaded = "import sys, tests.smoke.walk; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    rooms = {"pages", "ui", "components", "api", "services", "db", "nicegui", "fastapi", "pytest"}
    assert rooms.isdisjoint(name.partition(".")[0] for name in done.stdout.split())
