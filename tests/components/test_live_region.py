import asyncio

from nicegui import Client, ui

from components.live_region import announce
from tests.components.conftest import Draw


async def test_words_are_said_in_the_polite_region_and_losses_in_the_assertive_one(draw: Draw[None]) -> None:
    def say() -> None:
        announce("Saved.")
        announce("Your session has ended.", assertive=True)

    page, _ = await draw(say)
    assert (page.said(), page.said(assertive=True)) == ("Saved.", "Your session has ended.")


async def test_the_same_words_said_twice_are_a_change_so_they_are_read_twice(draw: Draw[Client]) -> None:
    page, client = await draw(_saving)
    await _a_moment_later(client, "Saved.")
    region = next(element for element in page.all("div") if element.props.get("role") == "status")
    said = region._text  # pylint: disable=protected-access # `text_of` drops the space that matters here
    assert said == "Saved.\N{NO-BREAK SPACE}"


async def test_what_happens_at_one_moment_is_said_together_and_each_thing_once(draw: Draw[Client]) -> None:
    page, client = await draw(_saving)
    await _a_moment_later(client, "Person 1 is removed.", "You get back $565.", "Person 1 is removed.")
    assert page.said() == "Person 1 is removed. You get back $565."
    await _a_moment_later(client, "Person 1 is back.")
    assert page.said() == "Person 1 is back."


def _saving() -> Client:
    announce("Saved.")
    return ui.context.client


async def _a_moment_later(client: Client, *words: str) -> None:
    await asyncio.sleep(0)
    with client.content:
        for text in words:
            announce(text)
