from components.drafts import drafts_are_of, drafts_belong_to
from components.layout import column
from tests.components.conftest import Draw


async def test_a_page_says_whose_drafts_may_be_restored(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_belong_to('7f3a">'))
    assert '<meta name="draft-owner" content="7f3a&quot;&gt;">' in await page.html()


async def test_a_key_comes_with_the_mark_alone(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_belong_to("7f3a", key="c2VjcmV0"))
    assert (await page.html()).count("c2VjcmV0") == 1
    assert '<meta name="draft-owner" content="7f3a" data-key="c2VjcmV0">' in await page.html()


async def test_a_page_says_that_its_drafts_end_with_the_session(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_belong_to("7f3a", end_with_session=True))
    assert '<meta name="draft-owner" content="7f3a" data-end-with-session>' in await page.html()


async def test_a_box_says_of_which_thing_its_drafts_are(draw: Draw[None]) -> None:
    page, _ = await draw(lambda: drafts_are_of(column(), "the estimate of 2025"))
    assert page.all("div")[-1].props["data-drafts-of"] == "the estimate of 2025"
