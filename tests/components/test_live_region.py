from components.live_region import announce
from tests.components.conftest import Draw


async def test_words_are_said_in_the_polite_region_and_losses_in_the_assertive_one(draw: Draw[None]) -> None:
    def say() -> None:
        announce("Saved.")
        announce("Your session has ended.", assertive=True)

    page, _ = await draw(say)
    assert (page.said(), page.said(assertive=True)) == ("Saved.", "Your session has ended.")


async def test_the_same_words_said_twice_are_a_change_so_they_are_read_twice(draw: Draw[None]) -> None:
    def say_twice() -> None:
        announce("Saved.")
        announce("Saved.")

    page, _ = await draw(say_twice)
    region = next(element for element in page.all("div") if element.props.get("role") == "status")
    said = region._text  # pylint: disable=protected-access # `text_of` drops the space that matters here
    assert said == "Saved.\N{NO-BREAK SPACE}"
