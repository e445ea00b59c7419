"""The time limit: it warns with or without a way to have more, and says when there is time again."""

from nicegui import Client, ui

from components.time_limit import TimeLimit
from tests.components.conftest import Draw


async def _nothing() -> None:
    """More time is given elsewhere."""


def _drawn() -> tuple[TimeLimit, Client]:
    return TimeLimit(), ui.context.client


async def test_the_warning_interrupts_and_offers_more_time_where_there_is_more(
    draw: Draw[tuple[TimeLimit, Client]],
) -> None:
    page, (limit, client) = await draw(_drawn)
    with client.content:
        limit.warn("Almost over.", more="Stay", on_more=_nothing)
    assert [each.props["role"] for each in page.all("div") if "alert" in each.classes] == ["alert"]
    assert len(page.all("button")) == 1
    with client.content:
        limit.warn("Almost over.", more="Show that it is you", to="/prove")
    assert not page.all("button")
    assert [each.props["href"] for each in page.all("a")] == ["/prove"]
    with client.content:
        limit.warn("Over for good.")
    assert not page.all("button") + page.all("a")


async def test_time_that_was_not_almost_over_needs_no_words(draw: Draw[tuple[TimeLimit, Client]]) -> None:
    page, (limit, client) = await draw(_drawn)
    with client.content:
        limit.calm("You stay.")
    assert (page.said(), page.all("p")) == ("", [])
    with client.content:
        limit.warn("Almost over.")
        limit.calm("You stay.")
    assert page.said() == "You stay."
    assert not [each for each in page.all("div") if "alert" in each.classes]
