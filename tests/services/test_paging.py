"""A link to a page of a list that has shrunk leads to the nearest page that there is."""

import pytest

from services.paging import last_page_of, nearest_page


@pytest.mark.parametrize(("count", "last"), [(0, 1), (1, 1), (25, 1), (26, 2), (51, 3)])
def test_a_list_has_as_many_pages_as_its_rows_need_and_one_when_it_is_empty(count: int, last: int) -> None:
    assert last_page_of(count, on_a_page=25) == last


@pytest.mark.parametrize(("asked", "shown"), [(-1, 1), (0, 1), (1, 1), (3, 3), (4, 3)])
def test_a_page_that_is_not_there_leads_to_the_nearest_one(asked: int, shown: int) -> None:
    assert nearest_page(asked, last=3) == shown
