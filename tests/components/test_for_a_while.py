from components.for_a_while import for_a_while
from components.prose import amount
from tests.components.conftest import Draw


async def test_the_browser_is_told_for_how_long_and_what_is_said_then(draw: Draw[object]) -> None:
    def build() -> None:
        with for_a_while(600, over="It is over."):
            amount("123 456")

    page, _ = await draw(build)
    [box] = [each for each in page.all("div") if "data-good-for" in each.props]
    assert (box.props["data-good-for"], box.props["data-over"]) == (600, "It is over.")
    assert page.one("p") in list(box)
