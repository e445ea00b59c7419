"""What we promise in writing, as people open it: every link leads somewhere, and every cookie is named."""

import pytest

from services.words.statements import Link, statement
from tests.app import Somebody
from ui import cookies

STATEMENTS = ("accessibility", "privacy", "terms")


@pytest.mark.parametrize("name", STATEMENTS)
async def test_a_statement_shows_when_it_was_changed_and_leads_into_each_of_its_sections(
    somebody: Somebody, name: str
) -> None:
    client = await somebody.open(f"/{name}")
    assert "Last changed: November" in somebody.says()
    places = {element.html_id for element in client.elements.values()}
    inside = [str(each.props["href"]) for each in client.elements.values() if each.tag == "a"]
    jumps = [href for href in inside if href.startswith("#c")]
    assert len(jumps) == len(statement(name).sections) + 1, "each section, and the skip link"
    assert {jump.removeprefix("#") for jump in jumps} <= places


@pytest.mark.parametrize("name", STATEMENTS)
async def test_every_page_that_a_statement_leads_to_is_there(somebody: Somebody, name: str) -> None:
    parts = [part for one in statement(name).sections for part in one.parts]
    inside = [part.to for part in parts if isinstance(part, Link) and part.to.startswith("/")]
    assert inside
    for path in inside:
        assert (await somebody.http_client.get(path)).status_code == 200, path


async def test_every_page_of_the_foot_is_there(somebody: Somebody) -> None:
    html = (await somebody.http_client.get("/")).text
    await somebody.open("/")
    for path in ("/accessibility", "/privacy", "/terms", "/services", "/display"):
        assert path in html
        assert (await somebody.http_client.get(path)).status_code == 200


async def test_every_cookie_is_named_in_the_privacy_notice(somebody: Somebody) -> None:
    names = {value for name, value in vars(cookies).items() if name.isupper() and isinstance(value, str)}
    assert cookies.SESSION in names
    await somebody.open("/privacy")
    assert [name for name in names if name not in somebody.says()] == []
