"""A house where five requests a minute are the limit, behind a proxy at 127.0.0.1."""

from ipaddress import ip_network

import pytest

from services.settings import Settings

FIVE = 5


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The settings with a limit that is soon reached."""
    return settings.model_copy(
        update={"requests_per_minute": FIVE, "trusted_proxies": (ip_network("127.0.0.0/8"),)},
    )
