"""An open page is closed with its session, wherever that is ended, and no other page is."""

import asyncio
from datetime import UTC, datetime

from components.connection_notice import leaving
from db.values.people import Role
from services.accounts.sessions import PERSON_STAYS, News, news_of
from services.clock import FixedClock
from services.staff.roles.granting import DESK
from services.words import sentence
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from tests.people import guest, known_as, signed_up
from tests.ui.closing import ENDS_WITHIN_SECONDS, is_closed


def _same_browser(app: App, somebody: Somebody) -> Somebody:
    other = app.somebody()
    other.http_client.cookies = somebody.http_client.cookies
    return other


async def test_signing_out_everywhere_closes_the_pages_of_this_person_and_of_nobody_else(
    app: App, parting: list[str]
) -> None:
    laptop, stranger = await signed_up(app), await signed_up(app)
    page, theirs = await laptop.open("/account"), await stranger.open("/account")
    phone = _same_browser(app, laptop)
    await phone.send("sign-out", everywhere="true")
    await is_closed(page)
    to = "/signed-out?by=elsewhere"
    assert set(parting) == {leaving(sentence("session_end.signed_out"), to=to, forgets_drafts=True)}
    assert not theirs.is_deleted


async def test_a_guest_who_removes_their_estimate_in_one_window_leaves_it_in_the_other(
    app: App, parting: list[str]
) -> None:
    somebody = await guest(app)
    page = await somebody.open("/tax/2025/estimate")
    await _same_browser(app, somebody).send("sign-out")
    await is_closed(page)
    assert set(parting) == {leaving(sentence("session_end.removed"), to="/tax/removed", forgets_drafts=True)}


async def test_whoever_signs_in_anew_in_the_same_browser_has_their_other_windows_loaded_anew(
    app: App, parting: list[str]
) -> None:
    address = an_address()
    somebody = await signed_up(app, address)
    page = await somebody.open("/account")
    await _same_browser(app, somebody).send("sign-in", email=address, password=PASSWORD)
    await is_closed(page)
    assert set(parting) == {leaving(sentence("session_end.replaced"))}


async def test_a_page_that_was_left_no_longer_listens(app: App) -> None:
    somebody = await signed_up(app)
    page = await somebody.open("/account")
    listening = {task for task in asyncio.all_tasks() if task.get_name().startswith("leaving with ")}
    page.delete()
    async with asyncio.timeout(ENDS_WITHIN_SECONDS):
        await asyncio.wait(listening, return_when=asyncio.FIRST_COMPLETED)
    assert sum(task.done() for task in listening) == 1


async def test_the_page_after_it_says_why(app: App) -> None:
    somebody = app.somebody()
    await somebody.open("/signed-out?by=elsewhere")
    assert "This device was signed out from another window or device." in somebody.says()
    await somebody.open("/signed-out")
    assert "from another window" not in somebody.says()


async def test_what_staff_typed_about_others_goes_when_their_session_ends_by_itself(
    app: App, parting: list[str]
) -> None:
    app.stands_still_at(datetime.now(UTC))
    clock = app.house.clock
    assert isinstance(clock, FixedClock)
    sam, person = await known_as(app, Role.SUPPORT_AGENT)
    assert person.session_id
    page = await sam.open("/staff/emergency")
    clock.advance(PERSON_STAYS)
    async with app.house.transaction(DESK) as session:
        session.tell(news_of(person.session_id), News.USED.encode())  # so that it looks now, and not later
    await is_closed(page)
    to = "/signed-out?by=time&next=%2Fstaff%2Femergency"
    assert set(parting) == {leaving(sentence("session_end.signed_out"), to=to, forgets_under="/staff/")}
    after = app.somebody()
    await after.open(to)
    assert sentence("session_end.by_time") in after.says()
