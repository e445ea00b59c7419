"""Whoever is asked to sign in without having wanted to reads why, what is kept, and gets where they were going."""

from services.words import sentence
from tests.app import App, Somebody
from tests.people import guest, signed_up
from ui import cookies

ESTIMATE = "/tax/2025/estimate"


async def test_who_comes_back_to_an_estimate_that_is_not_in_this_browser_reads_why(somebody: Somebody) -> None:
    reply = await somebody.http_client.get(ESTIMATE)
    await somebody.open(reply.headers["location"])
    assert sentence("sign_in_first.estimate") in somebody.says()
    assert "Begin a new estimate" in somebody.says()


async def test_a_guest_and_a_person_whose_session_has_ended_read_that_it_has(app: App) -> None:
    for somebody in (await guest(app), await signed_up(app)):
        token = somebody.http_client.cookies[cookies.SESSION]
        await somebody.open("/sign-in")
        assert sentence("sign_in_first.session") not in somebody.says()
        await somebody.send("sign-out")
        somebody.http_client.cookies.set(cookies.SESSION, token)
        await somebody.open("/sign-in")
        assert sentence("sign_in_first.session") in somebody.says()


async def test_who_signs_in_by_their_own_wish_reads_no_reason(somebody: Somebody) -> None:
    await somebody.open("/sign-in")
    assert sentence("sign_in_first.session") not in somebody.says()


async def test_the_menu_of_a_page_that_knows_the_way_on_leads_it_on(somebody: Somebody) -> None:
    for path in ("/signed-out", "/sign-up"):
        page = (await somebody.http_client.get(f"{path}?by=itself&next={ESTIMATE}")).text
        assert page.count(f"/sign-in?next={ESTIMATE}") >= 2  # in the menu as well as in the main part
    assert "/sign-in?next" not in (await somebody.http_client.get("/tax")).text
