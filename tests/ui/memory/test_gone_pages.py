"""Pages that people left do not stay in memory, although the collector hardly ever looks at everything."""

import asyncio
import gc

import pytest
from nicegui import Client

from tests.app import App, Somebody
from tests.people import guest

_FEW = 250  # of the 17,000 objects of an estimate


async def test_a_page_that_was_left_is_freed_without_a_full_collection(app: App) -> None:
    somebody = await guest(app)
    await _comes_and_goes(somebody)
    left = [await _left_behind(somebody) for _ in range(5)]
    assert min(left) < _FEW  # a job that begins beside it makes objects as well


async def test_a_page_that_was_closed_while_its_browser_was_away_is_not_deleted_once_more(somebody: Somebody) -> None:
    page = await somebody.open("/")
    await page.handle_handshake("test-socket", "tab", None, "document", None)
    page.handle_disconnect("test-socket")
    [waiting] = [task for task in asyncio.all_tasks() if task.get_name() == "delete content document"]
    page.delete()
    with pytest.raises(asyncio.CancelledError):  # without us a KeyError, when its patience ends
        await waiting


async def _left_behind(somebody: Somebody) -> int:
    """How many objects there are more after a page came and went."""
    gc.collect()
    gc.disable()
    try:
        before = len(gc.get_objects())
        await _comes_and_goes(somebody)
        return len(gc.get_objects()) - before
    finally:
        gc.enable()


async def _comes_and_goes(somebody: Somebody) -> None:
    await somebody.http_client.get("/tax/2025/estimate")
    while Client.instances:
        next(iter(Client.instances.values())).delete()
    await asyncio.sleep(1.2)  # NiceGUI's loop of the page looks up once a second, and ends
