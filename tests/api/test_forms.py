"""The native forms: what they set, where they lead, and what stays when something has to be mended."""

import asyncio

import pytest

from services.accounts import passwords
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from tests.people import guest, makes_account, signed_up


async def test_a_new_account_is_signed_in_and_its_page_says_so(app: App) -> None:
    address = an_address()
    somebody = await signed_up(app, address)
    await somebody.open("/account")
    assert address in somebody.says()


async def test_a_form_with_mistakes_comes_back_with_what_was_typed_and_no_password(somebody: Somebody) -> None:
    reply = await somebody.send("sign-up", email="maria at home", password="short", next="/tax")
    assert (reply.status_code, reply.headers["location"]) == (303, "/sign-up?next=/tax")
    page = (await somebody.http_client.get("/sign-up?next=/tax")).text
    assert "maria at home" in page
    assert "It needs an @ sign" in page
    assert "15 characters" in page
    assert "short" not in page.replace("shortcut icon", "")


async def test_what_was_typed_is_shown_once(somebody: Somebody) -> None:
    await somebody.send("sign-in", email="maria@people.example", password="wrong")
    assert "maria@people.example" in (await somebody.http_client.get("/sign-in")).text
    assert "maria@people.example" not in (await somebody.http_client.get("/sign-in")).text


async def test_a_way_back_with_a_question_mark_survives_a_mistake(somebody: Somebody) -> None:
    reply = await somebody.send("sign-in", email="maria@people.example", next="/tax/2025/estimate?estimate=1&line=2")
    page = (await somebody.http_client.get(reply.headers["location"])).text
    assert "/tax/2025/estimate?estimate=1&amp;line=2" in page


async def test_signing_in_twice_at_once_as_a_guest_leaves_both_signed_in(app: App) -> None:
    address = an_address()
    await signed_up(app, address)
    somebody, tabs = await guest(app), [app.somebody(), app.somebody()]
    sent = [somebody.send("sign-in", email=address, password=PASSWORD) for _ in tabs]
    for tab, reply in zip(tabs, await asyncio.gather(*sent), strict=True):
        tab.http_client.cookies.update(reply.cookies)
        assert (await tab.http_client.get("/account")).status_code == 200


async def test_signing_out_closes_the_account_pages(app: App) -> None:
    somebody = await signed_up(app)
    reply = await somebody.send("sign-out")
    assert reply.headers["location"] == "/signed-out"
    assert (await somebody.http_client.get("/account")).status_code == 303


async def test_a_guest_who_leaves_takes_their_estimate_away_from_a_copied_cookie(app: App) -> None:
    somebody, copy = await guest(app), app.somebody()
    copy.http_client.cookies.update(somebody.http_client.cookies)
    assert (await copy.http_client.get("/tax/2025/estimate")).status_code == 200
    reply = await somebody.send("sign-out")
    assert reply.headers["location"] == "/tax/removed"  # and not to where an account is spoken of
    assert (await copy.http_client.get("/tax/2025/estimate")).headers["location"].startswith("/sign-in")


async def test_signing_out_everywhere_closes_the_account_on_another_device(app: App) -> None:
    laptop, address = app.somebody(), an_address()
    phone = await signed_up(app, address)
    await laptop.send("sign-in", email=address, password=PASSWORD)
    assert (await laptop.http_client.get("/account")).status_code == 200
    await phone.send("sign-out", everywhere="true")
    assert (await laptop.http_client.get("/account")).status_code == 303


async def test_an_estimate_begun_as_a_guest_is_kept_by_making_an_account(app: App) -> None:
    somebody = await guest(app)
    assert (await somebody.http_client.get("/tax/2025/estimate")).status_code == 200
    reply = await makes_account(app, somebody, an_address(), next="/tax/2025/estimate")
    assert reply.headers["location"] == "/tax/2025/estimate"
    await somebody.open("/tax/2025/estimate")
    assert "make an account" not in somebody.says()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"])
async def test_a_form_never_leads_to_another_site(app: App, elsewhere: str) -> None:
    reply = await makes_account(app, app.somebody(), an_address(), next=elsewhere)
    assert reply.headers["location"] == "/"


async def test_session_cookies_are_closed_to_scripts_and_other_sites(app: App) -> None:
    reply = await app.somebody().send("estimate", tax_year="2025")
    cookie = reply.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/"))


async def test_a_year_that_we_have_no_law_for_is_a_404(somebody: Somebody) -> None:
    assert (await somebody.send("estimate", tax_year="1999")).status_code == 404


@pytest.mark.parametrize(
    ("tax_year", "status"),
    [("1999", 404), ("last year", 400), ("9" * 2_000_000, 400)],
    ids=["no law", "no year", "larger than a field may be"],
)
async def test_a_form_that_can_not_be_used_is_answered_with_a_page(
    somebody: Somebody, tax_year: str, status: int
) -> None:
    reply = await somebody.send("estimate", tax_year=tax_year)
    assert (reply.status_code, reply.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert "Go to the first page" in reply.text


async def test_a_form_that_fails_by_our_mistake_says_so_calmly(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "matches", None)
    reply = await somebody.send("sign-in", email="maria@people.example", password=PASSWORD)
    assert reply.status_code == 500
    assert "The mistake is ours" in reply.text
    assert "nonce-" in reply.headers["content-security-policy"]


async def test_a_way_to_talk_is_remembered_without_an_account(somebody: Somebody) -> None:
    await somebody.send("display", talk="VRI", next="/talk")
    await somebody.open("/")
    assert "video with interpreter" in somebody.says()


async def test_display_choices_follow_the_account_to_another_device(app: App) -> None:
    laptop, address = app.somebody(), an_address()
    phone = await signed_up(app, address)
    await phone.send("display", theme="contrast", text_size="3", motion="reduced", talk="Captioned_Phone")
    await laptop.send("sign-in", email=address, password=PASSWORD)
    page = (await laptop.http_client.get("/account")).text
    assert all(said in page for said in ('data-theme="contrast"', 'data-text-size="3"', 'data-motion="reduced"'))
    assert "captioned phone" in page


async def test_a_phone_that_shall_not_vibrate_does_not_on_any_page_with_and_without_an_account(app: App) -> None:
    visitor, member = app.somebody(), await signed_up(app)
    for somebody in (visitor, member):
        assert "data-vibration" not in (await somebody.http_client.get("/tax")).text
        await somebody.send("display", vibration="off", glow="off")
        page = (await somebody.http_client.get("/tax")).text
        assert all(said in page for said in ('data-vibration="off"', 'data-glow="off"'))


async def test_a_choice_that_is_none_is_refused_and_nothing_is_changed(somebody: Somebody) -> None:
    reply = await somebody.send("display", theme="pink")
    assert reply.headers["location"] == "/display"
    page = (await somebody.http_client.get("/display")).text
    assert "data-theme" not in page.split(">")[1]
    assert "Please choose one of the options" in page


async def test_a_stale_cookie_means_the_defaults(somebody: Somebody) -> None:
    somebody.http_client.cookies.set("mbtq_display", "nonsense")
    assert (await somebody.http_client.get("/")).status_code == 200
