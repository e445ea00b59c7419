import pytest

from components.pagination import pagination
from tests.components.conftest import Draw
from tests.components.reader import text_of


@pytest.mark.parametrize(("current", "leads_to"), [(1, ["?page=2"]), (2, ["?page=1", "?page=3"]), (3, ["?page=2"])])
async def test_only_pages_that_are_there_have_a_link(draw: Draw[object], current: int, leads_to: list[str]) -> None:
    page, _ = await draw(lambda: pagination("Letters", current, 3, to=lambda number: f"?page={number}"))
    assert [link.props["href"] for link in page.all("a")] == leads_to
    assert f"Page {current} of 3" in text_of(page.one("nav"))
    assert page.one("nav").props["aria-label"] == "Letters"
