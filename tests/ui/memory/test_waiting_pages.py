"""Page loads without a browser behind them do not fill the memory."""

import pytest
from nicegui import Client

from services.settings import Settings
from tests.app import App, Somebody

MOST = 3


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The settings with room for three pages that wait."""
    return settings.model_copy(update={"most_waiting_pages": MOST})


async def loads(app: App, times: int) -> None:
    """Somebody who downloads the first page and never connects."""
    client = app.somebody().http_client
    for _ in range(times):
        assert (await client.get("/")).status_code == 200


async def test_pages_that_nobody_connects_to_are_bounded(app: App) -> None:
    await loads(app, 10)
    assert len(Client.instances) == MOST + 1, "those that wait, and the one that was drawn last"


async def test_the_page_that_has_waited_longest_is_given_up(app: App) -> None:
    await loads(app, MOST + 1)
    oldest, *others = Client.instances
    await loads(app, 1)
    assert oldest not in Client.instances
    assert set(others) <= Client.instances.keys()


async def test_a_page_that_somebody_uses_is_kept(app: App, somebody: Somebody) -> None:
    mine = await somebody.open("/")
    await mine.handle_handshake("test-socket", "tab", None, "document", None)
    await loads(app, 10)
    assert mine.id in Client.instances


async def _lost(somebody: Somebody, number: int) -> Client:
    """A page whose browser was connected, and is gone."""
    assert (await somebody.http_client.get("/")).status_code == 200
    page = list(Client.instances.values())[-1]
    await page.handle_handshake(f"socket {number}", "tab", None, f"document {number}", None)
    page.handle_disconnect(f"socket {number}")
    return page


async def test_pages_whose_browsers_went_away_are_bounded_too_the_oldest_first(app: App, somebody: Somebody) -> None:
    first, *others = [await _lost(somebody, number) for number in range(MOST + 1)]
    await loads(app, 1)
    assert first.is_deleted
    assert not any(page.is_deleted for page in others)


async def test_a_page_that_lost_its_connection_is_waited_for_longer_than_one_that_never_had_any(
    app: App, somebody: Somebody
) -> None:
    mine = await somebody.open("/")
    await mine.handle_handshake("test-socket", "tab", None, "document", None)
    mine.handle_disconnect("test-socket")
    await loads(app, 10)
    assert mine.id in Client.instances
