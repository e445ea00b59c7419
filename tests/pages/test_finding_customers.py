"""The page on which those who work here find customers."""

from datetime import date

import httpx
import pytest

from db.types import new_id
from db.values.people import Role
from tests.app import App, Somebody
from tests.factories import an_address, an_assignment
from tests.pages.acting import elements, heard, press, told_at_once, type_into
from tests.people import known_as
from tests.services.staff.finding.having import a_filed_return

pytestmark = pytest.mark.usefixtures("nobody_works_here")
PAGE = "/staff/customers"


async def _customer(app: App, name: str, residence: str, *, address: str = "") -> tuple[Somebody, str]:
    """Somebody who told this of themselves, and the end of the address of their page."""
    somebody, person = await known_as(app, address=address or an_address())
    await somebody.send("profile", name=name, residence=residence)
    return somebody, str(person.person_id)


def _links(somebody: Somebody) -> list[str]:
    return [str(each.props["href"]) for each in elements(somebody) if each.tag == "a"]


async def test_a_coordinator_finds_a_customer_by_name_and_reads_how_many_there_are(app: App) -> None:
    cora, _ = await known_as(app, Role.COORDINATOR)
    _, maria = await _customer(app, "Zoë Quetzal", "TX")
    await cora.open(PAGE)
    await type_into(cora, "Name", "quetzal ZOE")
    await press(cora, "Search")
    assert "1 customer was found." in cora.says()
    assert "1 customer was found." in heard(cora)
    assert "Zoë Quetzal" in cora.says()
    assert "Texas" in cora.says()
    assert "Not begun" in cora.says()
    assert f"{PAGE}/{maria}" not in _links(cora), "a coordinator opens nobody's page"
    await type_into(cora, "Name", "Nobody-is-called-this")
    await press(cora, "Search")
    assert "No customer was found." in cora.says()
    assert "Nobody is like that." in cora.says()


async def test_a_return_is_told_as_filed_in_the_words_of_the_page_of_its_customer(app: App) -> None:
    (cora, _), (maria, person) = await known_as(app, Role.COORDINATOR), await known_as(app)
    await a_filed_return(app.house, person, date(2026, 1, 28), date(2026, 2, 3))
    words = "Filed on January 28, 2026, amended on February 3, 2026"
    await cora.open(f"{PAGE}?progress=filed")
    assert words in cora.says()
    await maria.open("/tax")
    assert words in maria.says()


async def test_a_coordinator_assigns_somebody_to_whom_they_found(app: App) -> None:
    (cora, _), (_, dana) = await known_as(app, Role.COORDINATOR), await known_as(app, Role.PREPARER)
    _, maria = await _customer(app, "Zoë Quetzal", "TX")
    await cora.open(PAGE)
    way = f"/staff/assignments?customer={maria}"
    assert way in _links(cora)
    await cora.open(way)
    assert "The customer is Zoë Quetzal." in cora.says()
    await type_into(cora, "Who is there for them", f"{dana.person_id} preparer")
    await press(cora, "Assign")
    assert "A preparer is assigned to" in cora.says()
    assert (await cora.http_client.get(f"/staff/assignments?customer={new_id()}")).status_code == 404


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PREPARER, Role.AUDITOR])
async def test_nobody_else_is_led_to_assigning(app: App, role: Role) -> None:
    somebody, _ = await known_as(app, role)
    _, maria = await _customer(app, "Zoë Quetzal", "TX")
    if (await somebody.http_client.get(PAGE)).status_code == 200:
        await somebody.open(PAGE)
        assert not [each for each in _links(somebody) if each.startswith("/staff/assignments?")]
    reply = await somebody.http_client.get(f"/staff/assignments?customer={maria}")
    assert "Zoë Quetzal" not in reply.text


async def test_all_mistakes_are_told_at_once_beside_their_fields_and_what_was_found_before_goes(app: App) -> None:
    cora, _ = await known_as(app, Role.COORDINATOR)
    await _customer(app, "Zoë Quetzal", "TX")
    await cora.open(PAGE)
    assert "Zoë Quetzal" in cora.says()
    await type_into(cora, "Name", "?!")
    await type_into(cora, "Email address of the customer", "maria")
    await type_into(cora, "Joined on this day or later", "2", "", "2026")
    await press(cora, "Search")
    told = told_at_once(cora)
    assert list(told) == ["Name", "Email address of the customer", "Month"]
    assert "Zoë Quetzal" not in cora.says()
    assert "customer was found" not in cora.says()
    await type_into(cora, "Name", "Quetzal")
    await type_into(cora, "Email address of the customer", "")
    await type_into(cora, "Joined on this day or later", "", "", "")
    await press(cora, "Search")
    assert [message for message in told.values() if message in cora.says()] == []
    assert "Zoë Quetzal" in cora.says()


async def test_whoever_is_assigned_opens_the_page_of_whom_they_found(app: App) -> None:
    dana, staff = await known_as(app, Role.PREPARER)
    _, maria = await known_as(app)
    address = an_address()
    _, james = await known_as(app, address=address)
    await an_assignment(app.house, staff, james, role=Role.PREPARER)
    await dana.open(PAGE)
    assert "My customers" in dana.says()
    assert "tax preparer" in dana.says()
    await type_into(dana, "Email address of the customer", address)
    await press(dana, "Search")
    assert f"{PAGE}/{james.person_id}" in _links(dana)
    assert f"{PAGE}/{maria.person_id}" not in _links(dana)


async def test_an_interpreter_has_no_words_to_search_by_and_an_administrator_no_names(app: App) -> None:
    iris, _ = await known_as(app, Role.INTERPRETER)
    await iris.open(PAGE)
    assert "You are not assigned to a customer now. A coordinator assigns you." in iris.says()
    lee, _ = await known_as(app, Role.ADMINISTRATOR)
    await _customer(app, "Zoë Quetzal", "TX")
    await lee.open(f"{PAGE}?residence=TX")
    assert "Zoë Quetzal" not in lee.says()
    labels = {each.text for each in elements(lee) if each.tag == "label"}  # type: ignore[attr-defined]  # have text
    assert "Name" not in labels
    assert "Email address of the customer" in labels


async def test_filters_stand_in_the_address_and_words_never_do(app: App) -> None:
    cora, _ = await known_as(app, Role.COORDINATOR)
    await _customer(app, "Zoë Quetzal", "GU")
    await _customer(app, "Yara Quetzal", "VI")
    await cora.open(f"{PAGE}?residence=GU")
    assert "Zoë Quetzal" in cora.says()
    assert "Yara Quetzal" not in cora.says()
    await cora.open(f"{PAGE}?residence=VI&name=zoe")
    assert "Yara Quetzal" in cora.says(), "a name in the address is no filter"


@pytest.mark.parametrize(
    "query", ["talk=Shouting", "year=1999", "since=yesterday", "since=2026-02-02&until=2026-02-01"]
)
async def test_a_filter_that_is_none_is_named_and_all_are_shown(app: App, query: str) -> None:
    cora, _ = await known_as(app, Role.COORDINATOR)
    await cora.open(f"{PAGE}?{query}")
    assert "The address of this page has a filter that we can’t use." in cora.says()


async def test_the_pages_of_a_long_list_are_turned_in_place(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.staff.finding.searching.ON_A_PAGE", 1)
    monkeypatch.setattr("ui.staff.customers.found.ON_A_PAGE", 1)
    cora, _ = await known_as(app, Role.COORDINATOR)
    for name in ("Ulla Ixchel", "Vera Ixchel"):
        await _customer(app, name, "AS")
    await cora.open(PAGE)
    await type_into(cora, "Name", "ixchel")
    await press(cora, "Search")
    assert "2 customers were found. You see 1 to 1." in cora.says()
    assert "Vera Ixchel" in cora.says()
    await press(cora, "Next page")
    assert "2 customers were found. You see 2 to 2." in heard(cora)
    assert "Ulla Ixchel" in cora.says()
    await press(cora, "Page before")
    assert "Vera Ixchel" in cora.says()


async def test_whoever_works_elsewhere_is_not_let_in(app: App) -> None:
    for role in (Role.CUSTOMER, Role.AUDITOR, Role.CONTENT_EDITOR):
        somebody, _ = await known_as(app, role)
        reply: httpx.Response = await somebody.http_client.get(PAGE)
        assert reply.status_code == 403
