"""The page of passkeys and the forms around it, with a device that needs no browser."""

from datetime import UTC, datetime
from urllib.parse import quote

import httpx
import pytest

from services.accounts import sessions
from services.words import sentence
from tests.app import App, Somebody
from tests.authenticator import Authenticator
from tests.pages.acting import heard, press, type_into
from tests.people import guest, signed_up
from ui import cookies

NOW = datetime(2026, 2, 3, 12, tzinfo=UTC)
PAGE = "/account/passkeys"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


async def _question(somebody: Somebody, to: str) -> str:
    reply = await somebody.http_client.post(f"/api/passkeys/{to}")
    assert (reply.status_code, reply.headers["cache-control"]) == (200, "no-store")
    return reply.text


async def _add(somebody: Somebody, device: Authenticator) -> httpx.Response:
    return await somebody.send("passkey", credential=device.make(await _question(somebody, "add")))


async def _with_passkey(app: App) -> tuple[Somebody, Authenticator]:
    somebody, device = await signed_up(app), Authenticator(app.origin)
    somebody.http_client.headers["User-Agent"] = WINDOWS
    await somebody.open("/account")
    await somebody.open((await _add(somebody, device)).headers["location"])
    return somebody, device


async def _sign_in(somebody: Somebody, device: Authenticator, **fields: str) -> httpx.Response:
    credential = device.sign(await _question(somebody, "sign-in"))
    return await somebody.send("passkey-sign-in", credential=credential, **fields)


async def test_a_new_passkey_is_shown_by_its_name_with_what_we_know(app: App) -> None:
    somebody, _ = await _with_passkey(app)
    said = somebody.says()
    assert "Your passkey is added." in said
    assert all(each in said for each in ("Firefox on Windows", "Not yet", "On one device"))
    await somebody.open(PAGE)
    assert "Your passkey is added." not in somebody.says()


async def test_somebody_without_one_reads_what_a_passkey_is(app: App) -> None:
    somebody = await signed_up(app)
    await somebody.open(PAGE)
    assert "A passkey opens your account with your fingerprint" in somebody.says()
    assert "Passkeys of your account" not in somebody.says()


async def test_it_opens_the_account_under_a_new_token_and_leads_on(app: App) -> None:
    _, device = await _with_passkey(app)
    stranger = await guest(app)
    before = stranger.http_client.cookies[cookies.SESSION]
    reply = await _sign_in(stranger, device, next="/tax/2025/estimate")
    assert (reply.status_code, reply.headers["location"]) == (303, "/tax/2025/estimate")
    assert stranger.http_client.cookies[cookies.SESSION] != before
    assert (await stranger.http_client.get("/account")).status_code == 200


async def test_it_does_not_lead_away_from_our_site(app: App) -> None:
    _, device = await _with_passkey(app)
    assert (await _sign_in(app.somebody(), device, next="//example.net")).headers["location"] == "/"


@pytest.mark.parametrize("sent", [{}, {"credential": "{}"}])
async def test_a_failure_is_told_beside_the_button_and_keeps_the_way_back(app: App, sent: dict[str, str]) -> None:
    somebody = app.somebody()
    reply = await somebody.send("passkey-sign-in", next="/tax", **sent)
    assert reply.headers["location"] == "/sign-in?next=/tax"
    page = (await somebody.http_client.get("/sign-in?next=/tax")).text
    assert sentence("passkey.unreadable") in page
    assert sentence("passkey.unreadable") not in (await somebody.http_client.get("/sign-in")).text


async def test_it_opens_no_account_that_is_being_deleted_and_says_so(app: App) -> None:
    somebody, device = await _with_passkey(app)
    assert (await somebody.send("delete-account", sure="on")).headers["location"] == "/account-deletion"
    elsewhere = app.somebody()
    assert (await _sign_in(elsewhere, device)).headers["location"] == "/sign-in?next=/account"
    assert sentence("your_data.delete.under_way") in (await elsewhere.http_client.get("/sign-in")).text
    assert (await elsewhere.http_client.get("/account")).status_code == 303


async def test_a_failure_while_adding_is_told_on_the_page_of_passkeys(app: App) -> None:
    somebody = await signed_up(app)
    reply = await somebody.send("passkey", credential="{}")
    assert reply.headers["location"] == PAGE
    assert sentence("passkey.unreadable") in (await somebody.http_client.get(PAGE)).text


async def test_who_is_not_signed_in_can_add_none(app: App) -> None:
    for somebody in (app.somebody(), await guest(app)):
        assert (await somebody.http_client.post("/api/passkeys/add")).status_code == 403
        assert (await somebody.send("passkey", credential="{}")).headers["location"].startswith("/sign-in")


async def test_who_was_away_for_ten_minutes_shows_first_that_it_is_them(app: App) -> None:
    app.stands_still_at(NOW)
    somebody, device = await _with_passkey(app)
    app.stands_still_at(NOW + sessions.PROOF_LASTS)
    assert (await somebody.http_client.post("/api/passkeys/add")).status_code == 403
    to_prove = f"/account/prove?next={quote(PAGE, safe='')}"
    assert (await somebody.send("passkey", credential="{}")).headers["location"] == to_prove
    assert (await somebody.http_client.get(PAGE)).headers["location"] == to_prove
    assert (await _sign_in(app.somebody(), device)).headers["location"] == "/account"


async def test_who_was_away_shows_with_a_passkey_that_it_is_them_and_goes_on(app: App) -> None:
    app.stands_still_at(NOW)
    somebody, device = await _with_passkey(app)
    app.stands_still_at(NOW + sessions.PROOF_LASTS)
    reply = await somebody.send("passkey-prove", credential="{}", next=PAGE)
    await somebody.open(reply.headers["location"])
    assert sentence("passkey.unreadable") in somebody.says()
    credential = device.sign(await _question(somebody, "prove"))
    reply = await somebody.send("passkey-prove", credential=credential, next=PAGE)
    assert reply.headers["location"] == PAGE
    assert (await somebody.http_client.get(PAGE)).status_code == 200


async def test_another_site_gets_no_question(app: App) -> None:
    somebody = app.somebody()
    reply = await somebody.http_client.post("/api/passkeys/sign-in", headers={"Origin": "https://mbtq.example.net"})
    assert reply.status_code == 403


async def test_it_is_called_what_its_person_calls_it(app: App) -> None:
    somebody, _ = await _with_passkey(app)
    await type_into(somebody, "New name", "My laptop")
    await press(somebody, "Save the name")
    assert "This passkey is now called My laptop." in heard(somebody)
    assert "Remove My laptop" in somebody.says()
    await somebody.open(PAGE)
    assert "My laptop" in somebody.says()


async def test_a_name_that_is_too_long_is_told_so(app: App) -> None:
    somebody, _ = await _with_passkey(app)
    await type_into(somebody, "New name", "x" * 61)
    await press(somebody, "Save the name")
    assert sentence("passkey.name_too_long") in somebody.says()


async def test_one_that_is_removed_leaves_the_page_and_opens_nothing(app: App) -> None:
    somebody, device = await _with_passkey(app)
    await press(somebody, "Remove it")
    assert "Firefox on Windows is removed." in heard(somebody)
    assert "Remove Firefox on Windows" not in somebody.says()
    assert (await _sign_in(app.somebody(), device)).headers["location"].startswith("/sign-in")
