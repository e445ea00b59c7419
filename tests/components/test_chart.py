import re
from datetime import date
from decimal import Decimal

import pytest

from components.chart import Amount, Moment, Step, Waterfall, bar_chart, timeline_chart
from tests.components.conftest import Draw
from tests.components.reader import Reader, text_of

PAY = [Step("Pay", Decimal(800)), Step("Bonus", Decimal(200)), Step("Deduction", Decimal(-500)), Step("Taxed")]


def waterfall(title: str, steps: list[Step], *, says: str) -> Waterfall:
    drawn = Waterfall(title)
    drawn.show(steps, says=says)
    return drawn


def shapes(page: Reader) -> list[tuple[float, float]]:
    """Where each bar begins and how long it is, in percent."""
    found = [re.search(r'<rect class="shape \w+" x="([\d.]+)%".*?width="([\d.]+)%"', each) for each in _svgs(page)]
    return [(float(one[1]), float(one[2])) for one in found if one]


def _svgs(page: Reader) -> list[str]:
    return re.findall(r"<svg.*?</svg>", _picture(page))


def figures(page: Reader) -> list[str]:
    """What is written at the end of each row."""
    return re.findall(r"<strong.*?>(.*?)</strong>", _picture(page))


def _picture(page: Reader) -> str:
    [picture] = [each for each in page.all("div") if each.props.get("role") == "img"]
    return str(picture.props["innerHTML"])


async def numbers(page: Reader) -> list[list[str]]:
    """The table, which is drawn when it is opened."""
    if not page.all("table"):
        await page.act_on(page.one("details"), "wanted")
    return [[text_of(cell) for cell in row] for row in page.all("tr")[1:]]


async def test_the_picture_is_one_image_named_by_its_title_and_described_by_what_it_says(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: bar_chart("Costs", [Amount("Aids", Decimal(3))], says="Aids cost $3."))
    [picture] = [each for each in page.all("div") if each.props.get("role") == "img"]
    assert text_of(page.by_id(picture.props["aria-labelledby"])) == "Costs"
    assert text_of(page.by_id(picture.props["aria-describedby"])) == "Aids cost $3."


async def test_bars_are_as_long_as_their_amounts_and_the_table_says_the_same(draw: Draw[object]) -> None:
    amounts = [Amount("Aids", Decimal(200)), Amount("Interpreter", Decimal(50), "part"), Amount("None", Decimal(0))]
    page, _ = await draw(lambda: bar_chart("Costs", amounts, says="Aids cost most."))
    assert shapes(page) == [(0, 100), (0, 25)]
    assert await numbers(page) == [["Aids", "$200"], ["Interpreter", "$50"], ["None", "$0"]]
    assert text_of(page.one("summary")) == "See these numbers as a table"


async def test_each_step_of_a_waterfall_begins_where_the_one_before_it_ended(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: waterfall("Pay", PAY, says="Half is taxed."))
    assert shapes(page) == [(0, 80), (80, 20), (50, 50), (0, 50)]
    assert (await numbers(page))[2:] == [["Deduction", "−$500", "$500"], ["Taxed", "", "$500"]]
    assert figures(page) == ["$800", "+$200", "−$500", "$500"]


async def test_what_stands_apart_begins_at_zero_again(draw: Draw[object]) -> None:
    steps = [*PAY, Step("Tax", Decimal(100), apart=True)]
    page, _ = await draw(lambda: waterfall("Pay", steps, says="The tax is a fifth."))
    assert shapes(page)[-1] == (0, 10)
    assert 'class="joint"' not in _svgs(page)[-1]
    assert (await numbers(page))[-1] == ["Tax", "", "$100"]


async def test_other_steps_are_drawn_in_the_same_place_and_an_opened_table_stays_open(draw: Draw[Waterfall]) -> None:
    page, chart = await draw(lambda: waterfall("Pay", PAY, says="Half is taxed."))
    opened = page.one("details")
    await numbers(page)
    with page.one("figure"):
        chart.show([Step("Pay", Decimal(900)), Step("Taxed")], says="All is taxed.")
    assert page.one("details") is opened
    assert await numbers(page) == [["Pay", "+$900", "$900"], ["Taxed", "", "$900"]]
    assert "All is taxed." in text_of(page.one("figure"))
    assert shapes(page) == [(0, 100), (0, 100)]


async def test_a_waterfall_below_zero_has_its_zero_inside(draw: Draw[object]) -> None:
    steps = [Step("Paid", Decimal(100)), Step("Tax", Decimal(-400)), Step("Result")]
    page, _ = await draw(lambda: waterfall("Result", steps, says="You owe $300."))
    assert shapes(page) == [(75, 25), (0, 100), (0, 75)]
    assert 'class="axis" x1="75.00%"' in _svgs(page)[0]


async def test_what_is_taken_away_differs_by_its_pattern_and_not_by_colour_alone(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: waterfall("Pay", PAY, says="Half is taxed."))
    patterns = [re.search(r"<pattern [^>]*>(.*?)</pattern>", each) for each in _svgs(page)]
    drawn = [pattern[1] for pattern in patterns if pattern]
    assert len(set(drawn)) == 3, "plain twice, upright lines, slanting lines"
    ids = [found for each in _svgs(page) for found in re.findall(r'pattern id="([^"]+)"', each)]
    assert len(set(ids)) == 4


async def test_days_lie_on_one_scale_and_are_written_out(draw: Draw[object]) -> None:
    moments = [Moment("File", date(2026, 1, 1), date(2026, 1, 6)), Moment("Last day", date(2026, 1, 11))]
    page, _ = await draw(lambda: timeline_chart("Days", moments, says="File early."))
    assert shapes(page) == [(0, 50)]
    assert "cx: clamp((.5em + 1px), 100.00%, 100% - (.5em + 1px))" in _svgs(page)[1], "none of the dot is outside"
    assert (await numbers(page))[0] == ["File", "January 1, 2026", "January 6, 2026"]


@pytest.mark.parametrize(
    ("first", "last", "scale"),
    [
        (date(2026, 1, 5), date(2026, 1, 20), {"Jan 5": "0.00%", "Jan 20": "100.00%"}),
        (date(2026, 1, 1), date(2026, 4, 11), {"2026": "0.00%", "Feb": "31.00%", "Mar": "59.00%", "Apr": "90.00%"}),
        (date(2026, 1, 5), date(2026, 10, 15), {"Mar": "19.43%", "May": "40.99%", "Jul": "62.54%", "Sep": "84.45%"}),
        (
            date(2025, 12, 31),
            date(2032, 1, 1),
            {"2026": "0.05%", "2028": "33.35%", "2030": "66.70%", "2032": "100.00%"},
        ),
        (date(2026, 4, 15), date(2026, 4, 15), {"Apr 15": "0.00%"}),
    ],
)
async def test_days_have_a_scale_with_few_words(
    draw: Draw[object], first: date, last: date, scale: dict[str, str]
) -> None:
    page, _ = await draw(lambda: timeline_chart("Days", [Moment("All of it", first, last)], says="Long."))
    assert dict(re.findall(r'style="left: ([^;]+);[^>]+>([^<]+)<', _picture(page))) == {
        at: label for label, at in scale.items()
    }


async def test_a_label_breaks_inside_a_name_of_code_and_not_inside_a_number(draw: Draw[object]) -> None:
    amounts = [Amount("Memory: 4.5 GB of 25.3 GB", Decimal(1)), Amount("staff.list/all", Decimal(1))]
    page, _ = await draw(lambda: bar_chart("Use", amounts, says="Much."))
    assert "<span>Memory: 4.5 GB of 25.3 GB</span>" in _picture(page)
    assert "<span>staff.<wbr>list/<wbr>all</span>" in _picture(page)


async def test_what_was_not_measured_is_not_called_zero(draw: Draw[object]) -> None:
    amounts = [Amount("Aids", None), Amount("Interpreter", Decimal(0)), Amount("Batteries", Decimal(9))]
    page, _ = await draw(lambda: bar_chart("Costs", amounts, says="Batteries cost $9."))
    assert figures(page) == ["None", "$0", "$9"]
    assert shapes(page) == [(0, 100)]
    assert await numbers(page) == [["Aids", "None"], ["Interpreter", "$0"], ["Batteries", "$9"]]


@pytest.mark.parametrize("amounts", [[], [Amount("Aids", Decimal(0))], [Amount("Aids", None)]])
async def test_a_chart_of_nothing_is_drawn_without_a_bar(draw: Draw[object], amounts: list[Amount]) -> None:
    page, _ = await draw(lambda: bar_chart("Costs", amounts, says="There are no costs."))
    assert shapes(page) == []
