from components.progress import Progress, working
from tests.components.conftest import Draw
from tests.components.reader import text_of


async def test_a_bar_is_named_and_says_how_far_it_is_in_words(draw: Draw[Progress]) -> None:
    page, _ = await draw(lambda: Progress("Your questions", most=1200, done=3))
    drawn = page.one("progress")
    assert (drawn.props["value"], drawn.props["max"]) == (3, 1200)
    assert (page.one("label").props["for"], text_of(page.one("label"))) == (drawn.html_id, "Your questions")
    assert "3 of 1,200" in [text_of(each) for each in page.all("span")]


async def test_only_the_end_is_read_out(draw: Draw[None]) -> None:
    def halfway() -> None:
        Progress("Your questions", most=2).show(1)

    def done() -> None:
        Progress("Your questions", most=2).show(2)

    page, _ = await draw(halfway)
    assert page.said() == ""
    page, _ = await draw(done)
    assert page.said() == "Your questions: all done."


async def test_a_wait_without_an_end_is_said_in_words(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: working("We are reading your W-2."))
    assert (text_of(page.one("p")), page.said()) == ("We are reading your W-2.", "We are reading your W-2.")
