from components.bars import Bar, bars
from tests.components.conftest import Draw


async def test_a_bar_is_as_long_as_its_amount_and_zero_has_none(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: bars([Bar("Pay", "$100", 1.2), Bar("Tax", "$25", 0.25, "end"), Bar("Owed", "$0", 0)]))
    drawn = [(each.style["width"], each.classes) for each in page.all("span")]
    assert drawn == [("100.00%", ["bar", "whole"]), ("25.00%", ["bar", "end"]), ("0.00%", ["bar", "nothing"])]
