"""Who gets the key for what was typed and not saved in a browser, and where the page promises that it is kept."""

import re

from services.settings import Settings
from services.words import sentence
from tests.app import App, Somebody, running
from tests.factories import PASSWORD, an_address
from tests.people import guest, signed_up
from ui import cookies

MARK = re.compile(r'<meta name="draft-owner" content="(\w*)"(?: data-key="([^"]+)")?>')


async def _mark_on(somebody: Somebody, path: str) -> tuple[str, str]:
    """Whose drafts a page restores, and by which key."""
    found = MARK.search((await somebody.http_client.get(path)).text)
    assert found
    return found[1], found[2] or ""


async def test_a_person_gets_the_same_key_in_their_next_session_in_this_browser_and_nobody_else_does(app: App) -> None:
    address, other = an_address(), an_address()
    await signed_up(app, other)
    maria = await signed_up(app, address)
    first = await _mark_on(maria, "/account")
    assert first[1]
    await maria.send("sign-in", email=address, password=PASSWORD)
    assert await _mark_on(maria, "/account") == first
    await maria.send("sign-in", email=other, password=PASSWORD)
    owner, key = await _mark_on(maria, "/account")
    assert owner != first[0]
    assert key != first[1]


async def test_a_guest_has_a_key_of_their_own(app: App) -> None:
    rosa, carl = await guest(app), await guest(app)
    first = await _mark_on(rosa, "/tax/2025/estimate")
    assert first[1]
    assert await _mark_on(rosa, "/tax/2025/estimate") == first
    assert not set(first) & set(await _mark_on(carl, "/tax/2025/estimate"))


async def test_a_page_that_is_shown_brings_the_key_and_one_that_a_script_fetches_does_not(app: App) -> None:
    rosa = await guest(app)
    told = {}
    for what_for in ("document", "empty", "iframe"):
        rosa.http_client.headers["sec-fetch-dest"] = what_for
        told[what_for] = await _mark_on(rosa, "/tax/2025/estimate")
    owner, key = told["document"]
    assert key
    assert told["empty"] == told["iframe"] == (owner, "")


async def test_who_has_no_session_gets_a_key_and_a_cookie_only_where_they_can_type(somebody: Somebody) -> None:
    assert await _mark_on(somebody, "/tax") == ("", "")
    assert not somebody.http_client.cookies
    _, key = await _mark_on(somebody, "/feedback")
    assert key
    assert await _mark_on(somebody, "/feedback") == ("", key)
    reply = await somebody.http_client.get("/feedback")
    [told] = [each for each in reply.headers.get_list("set-cookie") if each.startswith(cookies.DRAFTS)]
    assert "HttpOnly" in told
    assert "SameSite=lax" in told
    assert reply.headers["cache-control"] == "no-store"


async def test_after_signing_out_no_key_opens_what_was_typed_before(app: App) -> None:
    address = an_address()
    maria = await signed_up(app, address)
    before = await _mark_on(maria, "/account")
    await maria.send("sign-out")
    assert cookies.DRAFTS not in maria.http_client.cookies
    await maria.send("sign-in", email=address, password=PASSWORD)
    owner, key = await _mark_on(maria, "/account")
    assert owner == before[0]
    assert key != before[1]


async def test_on_a_line_without_tls_no_page_promises_that_what_is_typed_is_kept(settings: Settings) -> None:
    kept, path = sentence("session_end.kept"), "/signed-out?by=itself"
    async with running(settings) as app:
        assert kept in (await app.somebody().http_client.get(path)).text
    async with running(settings.model_copy(update={"public_url": "http://mbtq.example"})) as app:
        html = (await app.somebody().http_client.get(path)).text
    assert "to keep your data safe. " in html
    assert "kept in this tab" not in html
    assert kept not in html
