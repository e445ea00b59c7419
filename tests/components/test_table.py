from decimal import Decimal

import pytest

from components.table import Cell, Column, table
from components.table.order import Order, in_order
from tests.components.conftest import Draw
from tests.components.reader import Reader, text_of

COLUMNS = [Column("Customer", sortable=True), Column("Waiting", "figure", sortable=True), Column("About")]
ROWS = [
    ("Rosa", Cell("42 min", 42), "Review"),
    ("lee", Cell("5 min", 5), "Rider"),
    ("Ana", Cell("101 min", 101), "Line 1a"),
]


def names(page: Reader) -> list[str]:
    return [text_of(head) for head in page.all("th") if head.props.get("scope") == "row"]


async def test_every_cell_can_be_told_by_its_caption_its_column_and_its_row(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: table("Waiting now", COLUMNS, ROWS))
    assert text_of(page.one("caption")) == "Waiting now"
    heads = [text_of(head) for head in page.all("th") if head.props.get("scope") == "col"]
    assert heads == ["Customer", "Waiting", "About"]
    assert names(page) == ["Rosa", "lee", "Ana"]
    assert [cell.props["data-column"] for cell in page.all("td")] == ["Waiting", "About"] * 3


async def test_figures_are_sorted_as_figures_and_a_second_press_turns_the_order_round(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: table("Waiting now", COLUMNS, ROWS))
    waiting = page.all("button")[1]
    await page.act_on(waiting)
    assert names(page) == ["lee", "Rosa", "Ana"]
    assert page.said() == "Sorted by “Waiting”, from first to last."
    await page.act_on(waiting)
    assert names(page) == ["Ana", "Rosa", "lee"]
    assert [head.props.get("aria-sort") for head in page.all("th")][:3] == [None, "descending", None]


async def test_words_are_sorted_without_regard_to_capitals(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: table("Waiting now", COLUMNS, ROWS))
    await page.act_on(page.all("button")[0])
    assert names(page) == ["Ana", "lee", "Rosa"]


async def test_a_page_of_rows_is_shown_and_the_next_is_one_press_away(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: table("Waiting now", COLUMNS, ROWS, rows_on_page=2))
    *_, previous, following = page.all("button")
    assert names(page) == ["Rosa", "lee"]
    assert (previous.props.get("aria-disabled"), following.props.get("aria-disabled")) == ("true", None)
    await page.act_on(following)
    assert (names(page), page.said()) == (["Ana"], "Rows 3 to 3 of 3 are shown.")
    await page.act_on(following)
    assert names(page) == ["Ana"], "there is nothing after the last page"


async def test_sorting_leads_back_to_the_first_page_of_all_rows(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: table("Waiting now", COLUMNS, ROWS, rows_on_page=2))
    await page.act_on(page.all("button")[-1])
    await page.act_on(page.all("button")[1])
    assert names(page) == ["lee", "Rosa"]
    assert "Page 1 of 2" in text_of(page.one("nav"))


async def test_a_table_without_rows_says_so(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: table("Receipts", COLUMNS, [], empty="There is no receipt yet.", rows_on_page=5))
    assert [text_of(line) for line in page.all("p")] == ["There is no receipt yet."]
    assert not page.all("nav")


async def test_a_row_with_a_missing_cell_is_a_mistake_in_the_code(draw: Draw[object]) -> None:
    with pytest.raises(ValueError, match="shorter"):
        await draw(lambda: table("Waiting now", COLUMNS, [("Rosa", "5 min")]))


@pytest.mark.parametrize("downwards", [False, True])
def test_rows_that_are_alike_keep_their_order(downwards: bool) -> None:
    rows = [[Cell("first", Decimal(1))], [Cell("second", Decimal(1))]]
    assert in_order(rows, Order(0, downwards)) == rows


async def test_short_words_of_a_cell_stay_whole_and_an_address_may_break(draw: Draw[object]) -> None:
    rows = [("Rosa Diaz", "Massachusetts"), ("Lee", "a.very.long.name@people.example")]
    page, _ = await draw(lambda: table("Customers", [Column("Customer"), Column("Where")], rows))
    assert ["whole-words" in cell.classes for cell in page.all("td")] == [True, False]
