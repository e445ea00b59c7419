"""The command that places a legal hold: what it says, and how it refuses."""

import asyncio
from pathlib import Path

import pytest

from services.house import House
from services.privacy.__main__ import main
from services.settings import Settings
from tests.factories import a_person, an_address

REASON = "A court order, case 12-345 of 2026"


@pytest.fixture(autouse=True)
def _somebody_at_a_shared_database(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    for name in ("DATABASE_URL", "SEALING_KEYS", "INDEX_KEY"):
        monkeypatch.setenv(name, getattr(settings, name.lower()).get_secret_value())


async def test_an_account_is_kept_and_let_go_by_its_address(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    address = an_address()
    await a_person(house, address=address)
    assert await _run("hold", address, REASON) == 0
    assert "The account is kept" in capsys.readouterr().out
    assert await _run("hold", address, "because") == 1
    refusal = capsys.readouterr().err
    assert "No page and no letter shows it." in refusal
    assert "administrator" not in refusal
    assert await _run("release", address) == 0
    assert "is not kept any more" in capsys.readouterr().out
    assert await _run("release", address) == 1
    assert await _run("hold", an_address(), REASON) == 1
    assert "There is no account with this address." in capsys.readouterr().err


async def _run(*given: str) -> int:
    """In a thread, for the command brings an event loop of its own."""
    return await asyncio.to_thread(main, list(given))
