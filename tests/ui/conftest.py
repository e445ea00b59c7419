"""What the tests of pages that close share."""

import pytest
from nicegui import core


@pytest.fixture
def parting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browsers of pages that are closed run last."""
    said: list[str] = []

    async def emit(event: str, data: dict[str, str], to: str) -> None:
        assert (event, bool(to)) == ("run_javascript", True)
        said.append(data["code"])

    monkeypatch.setattr(core.sio, "emit", emit)
    return said
