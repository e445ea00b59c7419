"""Links to places of a page and to other pages stand in one list."""

from components.link_list import Entry, link_list
from tests.components.conftest import Draw
from tests.components.reader import text_of

ENTRIES = [Entry("Wages", "c7"), Entry("Costs", "/costs", "$300"), Entry("Later")]


async def test_each_entry_leads_to_its_place_or_page_and_one_without_a_way_is_no_link(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: link_list(ENTRIES))
    assert [text_of(each) for each in page.all("li")] == ["Wages", "Costs $300", "Later"]
    assert [each.props["href"] for each in page.all("a")] == ["#c7", "/costs"]
    assert "data-leads-to-place" in page.all("a")[0].props
