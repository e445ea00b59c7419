import pytest

from components.icon import icon
from tests.components.conftest import Draw


async def test_an_icon_is_an_outline_that_screen_readers_pass_over(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: icon("check"))
    drawing = page.one("svg")
    assert drawing.props["innerHTML"] == '<path d="M20 6 9 17l-5-5" />'
    assert (drawing.props["aria-hidden"], drawing.props["focusable"]) == ("true", "false")


def test_an_icon_that_we_do_not_carry_is_a_mistake_in_the_code() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
