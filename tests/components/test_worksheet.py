"""Every line of a return opens down to what was typed."""

from dataclasses import replace

from components.link_list import Entry
from components.worksheet import Worksheet, WorksheetLine
from tests.components.conftest import Draw
from tests.components.reader import Reader, text_of


def line(key: str, amount: str, *comes_from: str, typed: tuple[Entry, ...] = ()) -> WorksheetLine:
    return WorksheetLine(key, f"Line {key}", f"Name of {key}", amount, f"Why {key}.", "Source.", comes_from, typed)


WAGES = line("1z", "$31,200", typed=(Entry("Box 1", "c99"), Entry("Costs", "/costs"), Entry("Your age")))
INCOME = line("9", "$31,200", "1z")


def worksheet(*lines: WorksheetLine) -> Worksheet:
    drawn = Worksheet()
    drawn.show(lines)
    return drawn


async def opened(page: Reader, place: int) -> str:
    details = page.all("details")[place]
    await page.act_on(details, "toggle")
    return text_of(details)


async def test_a_closed_line_is_a_name_and_an_amount(draw: Draw[Worksheet]) -> None:
    page, _ = await draw(lambda: worksheet(WAGES, INCOME))
    assert [text_of(each) for each in page.all("summary")] == [
        "Line 1z Name of 1z $31,200",
        "Line 9 Name of 9 $31,200",
    ]


async def test_an_opened_line_says_why_and_leads_to_the_lines_that_it_comes_from(draw: Draw[Worksheet]) -> None:
    page, _ = await draw(lambda: worksheet(WAGES, INCOME))
    said = await opened(page, 1)
    assert "Why 9. Source. It comes from these lines: Name of 1z $31,200" in said
    assert page.one("a").props["href"] == f"#{page.all('details')[0].html_id}"


async def test_the_last_line_leads_to_what_was_typed(draw: Draw[Worksheet]) -> None:
    page, _ = await draw(lambda: worksheet(WAGES, INCOME))
    assert "It comes from what you told us: Box 1 Costs Your age" in await opened(page, 0)
    assert [each.props["href"] for each in page.all("a")] == ["#c99", "/costs"]


async def test_an_opened_line_says_by_which_steps_its_amount_was_found(draw: Draw[Worksheet]) -> None:
    tax = replace(line("16", "$1,619"), worked_out=("10% of $11,925.", "12% of $3,550."))
    page, _ = await draw(lambda: worksheet(tax))
    assert "Why 16. 10% of $11,925. 12% of $3,550. Source." in await opened(page, 0)


async def test_an_open_line_follows_the_amounts_and_stays_where_it_is(draw: Draw[Worksheet]) -> None:
    page, drawn = await draw(lambda: worksheet(WAGES, INCOME))
    await opened(page, 1)
    before = page.all("details")
    drawn.show([line("1z", "$5"), line("2b", "$7"), line("9", "$12", "1z", "2b")])
    assert [each for each in page.all("details") if each in before] == before
    box = before[0].parent_slot
    assert box
    assert [text_of(each).split()[1] for each in box.children] == ["1z", "2b", "9"]
    assert "Name of 1z $5 Name of 2b $7" in text_of(before[1])


async def test_a_line_that_is_no_longer_there_is_hidden(draw: Draw[Worksheet]) -> None:
    page, drawn = await draw(lambda: worksheet(WAGES, INCOME))
    drawn.show([INCOME])
    assert [each.visible for each in page.all("details")] == [False, True]
