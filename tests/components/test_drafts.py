from components.drafts import drafts_belong_to
from tests.components.conftest import Draw


async def test_a_page_says_whose_drafts_may_be_restored(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_belong_to('7f3a">'))
    assert '<meta name="draft-owner" content="7f3a&quot;&gt;">' in await page.html()
