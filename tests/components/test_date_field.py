from datetime import date

import pytest

from components.date_field import date_field
from components.date_field.parse import read_date
from components.field import Unreadable
from tests.components.conftest import Draw
from tests.components.reader import text_of


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (["3", "27", "1985"], date(1985, 3, 27)),
        (["03", "07", "1985"], date(1985, 3, 7)),
        ([" 2 ", "29", "2024"], date(2024, 2, 29)),
        (["July", "4", "2025"], date(2025, 7, 4)),
        (["sept.", "4", "2025"], date(2025, 9, 4)),
        (["may", "4", "2025"], date(2025, 5, 4)),
        (["٣", "٢٧", "١٩٨٥"], date(1985, 3, 27)),  # as on an Arabic keyboard
        (["\u200b3", "27\u200b", "1985"], date(1985, 3, 27)),  # copied, with marks that nobody sees
    ],
)
def test_a_date_is_read_from_its_three_parts(typed: list[str], day: date) -> None:
    assert read_date(typed) == day


def test_three_empty_parts_are_no_date() -> None:
    assert read_date(["", " ", ""]) is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["3", "", ""], "date.incomplete"),
        ([" ", "27", "1985"], "date.no_month"),
        (["3", "", "1985"], "date.no_day"),
        (["3", "27", ""], "date.no_year"),
        (["2", "29", "2025"], "date.days_of.2"),
        (["April", "31", "2026"], "date.days_of.4"),
        (["12", "32", "2026"], "date.days_of.12"),
        (["4", "0", "2026"], "date.not_real"),
        (["13", "1", "2025"], "date.not_real"),
        (["0", "1", "2025"], "date.not_real"),
        (["Ju", "1", "2025"], "date.month_as_number"),
        (["Floréal", "1", "2025"], "date.month_as_number"),
        (["3", "-1", "2025"], "date.not_real"),
        (["3", "²", "2025"], "date.not_real"),
        (["3", "1", "0000"], "date.not_real"),
        (["3", "27", "85"], "date.year_four_digits"),
    ],
)
def test_a_date_that_does_not_exist_is_said_in_words(typed: list[str], code: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read_date(typed)
    assert problem.value.code == code


async def test_the_three_parts_are_one_question_with_a_label_each(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: date_field("When were you born?", value=date(1985, 3, 27), hint="Like 3 27 1985"))
    labels = {label.props["for"]: text_of(label) for label in page.all("label")}
    assert [(labels[part.html_id], part.props["defaultValue"]) for part in page.all("input")] == [
        ("Month", "3"),
        ("Day", "27"),
        ("Year", "1985"),
    ]
    assert text_of(page.one("legend")) == "When were you born?"
    assert text_of(page.by_id(page.one("fieldset").props["aria-describedby"])) == "Like 3 27 1985"


async def test_an_impossible_date_is_not_committed_and_marks_all_three_parts(draw: Draw[object]) -> None:
    kept: list[date | None] = []

    async def keep(value: date | None) -> None:
        kept.append(value)

    page, _ = await draw(lambda: date_field("When were you born?", on_commit=keep))
    await page.change("2", "30", "1985")
    assert [part.props.get("aria-invalid") for part in page.all("input")] == ["true"] * 3
    await page.change("2", "28", "1985")
    assert kept == [date(1985, 2, 28)]
    assert page.errors == []
    assert [part.props.get("aria-invalid") for part in page.all("input")] == [None] * 3
