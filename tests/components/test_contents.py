from nicegui.element import Element

from components.contents import Contents
from components.layout import section
from tests.components.conftest import Draw
from tests.components.reader import text_of


async def test_each_part_of_the_page_is_named_by_a_link_that_leads_into_it(draw: Draw[list[Element]]) -> None:
    def page_with_parts() -> list[Element]:
        contents, parts = Contents(), []
        for words in ("Your pay", "Your home"):
            with section(words) as part:
                contents.add(words, part.html_id)
            parts.append(part)
        return parts

    page, parts = await draw(page_with_parts)
    assert page.one("nav").props["aria-label"] == "On this page"
    assert [(text_of(link), link.props["href"]) for link in page.all("a")] == [
        ("Your pay", f"#{parts[0].html_id}"),
        ("Your home", f"#{parts[1].html_id}"),
    ]
