"""A house where five requests a minute are the limit, behind a proxy at 127.0.0.1."""

from ipaddress import ip_network
from types import SimpleNamespace

import pytest
from limits.aio import strategies
from limits.aio.storage import memory

from services.settings import Settings
from services.sharing import counts, limit

FIVE = 5
_MID_MINUTE = 1_800_000_030.0


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The settings with a limit that is soon reached."""
    return settings.model_copy(
        update={"requests_per_minute": FIVE, "trusted_proxies": (ip_network("127.0.0.0/8"),)},
    )


@pytest.fixture(autouse=True)
def one_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """All requests of a test fall into one minute, also on a slow machine or when the wall clock's minute ends."""
    for module in (strategies, memory, counts, limit):
        monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: _MID_MINUTE))
