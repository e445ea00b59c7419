from datetime import UTC, datetime

import pytest

from components.native import Words, breakable, written
from services.words import day_of, moment
from tests.components.conftest import Draw
from tests.components.reader import Reader, text_of


def _drawn(page: Reader) -> list[str]:
    return [each.props["innerHTML"] for each in page.all("span") if "innerHTML" in each.props]


@pytest.mark.parametrize("name", ["W-2", "W-2s", "W-2G", "K-1", "1099-INT", "SSA-1099", "1040-X", "1098-T", "5498-SA"])
async def test_no_line_ends_inside_the_name_of_a_paper(draw: Draw[Words], name: str) -> None:
    page, words = await draw(lambda: written("p", f"Your {name}, <b>box 1</b>"))
    assert _drawn(page) == [f'Your <span class="unbroken">{name}</span>, &lt;b&gt;box 1&lt;/b&gt;']
    assert text_of(words) == f"Your {name}, <b>box 1</b>"


async def test_no_line_ends_inside_the_number_of_a_schedule(draw: Draw[Words]) -> None:
    page, _ = await draw(lambda: written("p", "Schedule 1-A (Form 1040), line 13"))
    assert _drawn(page) == ['Schedule <span class="unbroken">1-A</span> (Form 1040), line 13']


@pytest.mark.parametrize("text", ["A well-known sum", "2025-04-15", "AES-256-GCM", "call 555-0100", "post-W-2-season"])
async def test_other_words_are_drawn_as_text(draw: Draw[Words], text: str) -> None:
    page, _ = await draw(lambda: written("p", text))
    assert (_drawn(page), text_of(page.one("p"))) == ([], text)


def test_names_of_code_break_at_their_joints_and_names_of_papers_beside_them_do_not() -> None:
    assert breakable("a/W-2 & b_c") == 'a/<wbr><span class="unbroken">W-2</span> &amp; b_<wbr>c'


async def test_what_stands_after_such_words_stays_when_they_change(draw: Draw[Words]) -> None:
    def build() -> Words:
        with written("p", "Add a form") as words:
            written("strong", "now")
        for text in ("Add a W-2", "Add a K-1"):
            words.text = text
        return words

    page, words = await draw(build)
    assert ([each.tag for each in words], _drawn(page)) == (
        ["span", "strong"],
        ['Add a <span class="unbroken">K-1</span>'],
    )
    words.text = "Add a form"
    assert (_drawn(page), text_of(words)) == ([], "Add a form now")


async def test_an_answer_of_a_list_that_is_folded_away_holds_text_alone(draw: Draw[Words]) -> None:
    page, _ = await draw(lambda: written("option", "W-2"))
    assert list(page.one("option")) == []


async def test_a_moment_is_one_that_a_program_can_read_and_what_was_typed_stays_text(draw: Draw[Words]) -> None:
    at = datetime(2026, 11, 30, 5, 18, tzinfo=UTC)
    page, words = await draw(lambda: written("p", f"<b>W-2</b> on {moment(at)}."))
    time = '<time datetime="2026-11-30T05:18Z">November 30, 2026 at 05:18 UTC</time>'
    assert _drawn(page) == [f'&lt;b&gt;<span class="unbroken">W-2</span>&lt;/b&gt; on {time}.']
    words.text = "On Smarch 30, 2026 at 05:18 UTC"
    assert (_drawn(page), text_of(words)) == ([], "On Smarch 30, 2026 at 05:18 UTC")


async def test_the_day_of_a_moment_is_told_alone_and_a_day_of_the_calendar_stays_text(draw: Draw[Words]) -> None:
    at = datetime(2026, 11, 30, 5, 18, tzinfo=UTC)
    page, words = await draw(lambda: written("p", f"Set on {day_of(at)}."))
    time = '<time datetime="2026-11-30T05:18Z" class="day-alone">November 30, 2026 (UTC)</time>'
    assert _drawn(page) == [f"Set on {time}."]
    words.text = "Born on November 30, 1961"
    assert (_drawn(page), text_of(words)) == ([], "Born on November 30, 1961")
