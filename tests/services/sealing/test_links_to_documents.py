"""Links to the original of a document, while the key of their seals is changed."""

from urllib.parse import parse_qs

from db.types import new_id
from services.documents.links import is_good, link_to
from services.house import House
from tests.factories import a_person
from tests.services.sealing.conftest import NEW, OLD, HouseWith


async def test_a_link_is_good_in_processes_that_have_its_key_and_in_no_other(house_with: HouseWith) -> None:
    older, moved, after = (house_with(NEW, index=index) for index in ((OLD,), (NEW, OLD), (NEW,)))
    maria, document_id = await a_person(older), new_id()

    def opens(house: House, link: str) -> bool:
        told = {name: value for name, [value] in parse_qs(link).items()}
        return is_good(house, maria, document_id, until=int(told["until"]), seal=told["seal"])

    link = link_to(older, maria, document_id)
    assert [opens(house, link) for house in (older, moved, after)] == [True, True, False]
    link = link_to(moved, maria, document_id)
    assert [opens(house, link) for house in (older, moved, after)] == [False, True, True]
