"""The result of a page is one heading that follows the answers."""

from components.answer import Answer
from tests.components.conftest import Draw
from tests.components.reader import text_of


def answered() -> Answer:
    drawn = Answer()
    drawn.show("You get back", "$566")
    return drawn


async def test_words_and_figure_are_one_heading(draw: Draw[Answer]) -> None:
    page, _ = await draw(answered)
    assert text_of(page.one("h2")) == "You get back $566"
    assert "figured" in page.one("h2").classes


async def test_it_changes_in_place(draw: Draw[Answer]) -> None:
    page, answer = await draw(answered)
    heading = page.one("h2")
    answer.show("You get nothing back, and you owe nothing")
    assert text_of(heading) == "You get nothing back, and you owe nothing"
    assert "figured" not in heading.classes


async def test_a_figure_that_would_break_at_its_full_size_is_smaller(draw: Draw[Answer]) -> None:
    page, answer = await draw(answered)
    for figure, is_long in (("$3,273,393", True), ("$999,999", False), ("$999,999,999.99", True)):
        answer.show("You owe", figure)
        assert ("long" in page.all("span")[1].classes) == is_long
