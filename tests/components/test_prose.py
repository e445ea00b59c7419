from components.prose import paragraphs
from tests.components.conftest import Draw
from tests.components.reader import text_of


async def test_what_somebody_wrote_is_read_line_by_line_without_empty_ones(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: paragraphs("First line.\n\n  \nSecond line."))
    assert [text_of(each) for each in page.all("p")] == ["First line.", "Second line."]
