from nicegui.element import Element

from components.disclosure import disclosure
from components.layout import column
from components.prose import paragraph
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
