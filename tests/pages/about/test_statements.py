"""What we promise in writing, as people open it: every link leads somewhere, and every cookie is named."""

import pytest

from services.words.statements import Link, statement
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address

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


async def test_every_cookie_that_the_app_sets_is_named_in_the_privacy_notice(app: App) -> None:
    somebody = app.somebody()
    replies = [
        await somebody.send("display", theme="dark"),
        await somebody.send("display", theme="pink"),
        await somebody.send("estimate", tax_year="2025"),
        await somebody.send("sign-up", email=an_address(), password=PASSWORD),
        await somebody.http_client.get("/tax/2025/estimate"),
    ]
    names = {value.partition("=")[0] for reply in replies for value in reply.headers.get_list("set-cookie")}
    assert len(names) == 3
    await somebody.open("/privacy")
    assert all(name in somebody.says() for name in names)
