"""A line that opens more: what is inside can wait until then."""

from nicegui.element import Element

from components.disclosure import disclosure
from components.layout import column
from components.prose import paragraph
from services.words import sentence
from tests.components.conftest import Draw
from tests.components.reader import text_of


async def test_what_takes_long_to_draw_is_drawn_when_a_person_opens_the_line(draw: Draw[Element]) -> None:
    def build() -> Element:
        def fill() -> None:
            with rest:
                paragraph("It was drawn late.")

        with disclosure("All the small print", on_open=fill) as fold:
            rest = column()
        return fold

    page, fold = await draw(build)
    assert "It was drawn late." not in text_of(fold)
    await page.act_on(fold, "toggle")
    assert "It was drawn late." in text_of(fold)


async def test_content_that_waits_is_drawn_once_however_often_it_is_asked_for(draw: Draw[Element]) -> None:
    drawn: list[str] = []

    def fill() -> None:
        paragraph("It waited.")
        drawn.append("once")

    page, fold = await draw(lambda: disclosure("All the small print", fill=fill))
    assert not drawn
    await page.act_on(fold, "wanted")
    await page.act_on(fold, "wanted")
    assert drawn == ["once"]
    assert "It waited." in text_of(fold)


async def test_until_the_content_is_there_words_that_can_be_reached_stand_in_its_place(draw: Draw[Element]) -> None:
    page, fold = await draw(lambda: disclosure("All the small print", fill=lambda: paragraph("It waited.")))
    [coming] = [each for each in fold.descendants() if each.props.get("tabindex") == "0"]
    assert sentence("disclosure.coming") in text_of(coming)
    await page.act_on(fold, "wanted")
    assert sentence("disclosure.coming") not in text_of(fold)


async def test_what_is_open_from_the_start_waits_for_nobody(draw: Draw[Element]) -> None:
    _, fold = await draw(lambda: disclosure("The small print", opened=True, fill=lambda: paragraph("It is there.")))
    assert "It is there." in text_of(fold)
