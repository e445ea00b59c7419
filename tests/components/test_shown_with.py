import pytest

from components.shown_with import shown_with
from tests.components.conftest import Draw


@pytest.mark.parametrize(("now", "is_hidden"), [("cat", True), ("", True), ("other", False)])
async def test_a_field_is_in_sight_only_with_the_answer_that_asks_for_it(
    draw: Draw[object], now: str, *, is_hidden: bool
) -> None:
    page, _ = await draw(lambda: shown_with("pet", "other", now=now))
    [place] = [each for each in page.all("div") if "data-shown-with" in each.props]
    assert ("hidden" in place.props, place.props["data-shown-value"]) == (is_hidden, "other")
