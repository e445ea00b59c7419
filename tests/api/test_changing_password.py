"""The form that changes a password comes back with what is to be mended, and never with a password."""

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from services.accounts import enrolment
from services.visitor import Guest
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from tests.people import signed_up
from ui import cookies

NEW = "seven quiet lamps on a boat"
PAGE = "/account/security/password"


async def test_a_person_changes_their_password_and_reads_that_it_worked(app: App) -> None:
    somebody = await signed_up(app)
    await somebody.open("/account/security")
    assert "Change your password" in somebody.says()
    await somebody.open(PAGE)
    reply = await somebody.send("password", current=PASSWORD, password=NEW, ends_others="on")
    assert reply.headers["location"] == "/account/security?done=password"
    await somebody.open(reply.headers["location"])
    assert "Your password is changed." in somebody.says()


async def test_mistakes_are_said_beside_their_fields_and_only_the_box_is_kept(app: App) -> None:
    somebody = await signed_up(app)
    reply = await somebody.send("password", current="not the password", password="short")
    assert reply.headers["location"] == PAGE
    page = (await somebody.http_client.get(PAGE)).text
    assert "This is not your current password." in page
    assert "Please use at least 15 characters." in page
    assert "defaultChecked" not in page
    assert "not the password" not in page


async def test_who_tried_too_often_reads_how_long_to_wait(app: App) -> None:
    somebody = await signed_up(app)
    for _ in range(6):
        await somebody.send("password", current="not the password", password=NEW)
    await somebody.open(PAGE)
    assert "Please wait 30 seconds." in somebody.says()


async def test_whoever_is_signed_out_meanwhile_is_led_to_sign_in_and_back(somebody: Somebody) -> None:
    reply = await somebody.send("password", current=PASSWORD, password=NEW)
    assert reply.headers["location"] == f"/sign-in?next={PAGE}"


async def _without_a_password(app: App) -> Somebody:
    """Somebody who came by way of an organisation, and has just shown who they are."""
    somebody = app.somebody()
    async with app.house.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(session, Guest(), address=an_address(), password_hash=None)
    somebody.http_client.cookies.set(cookies.SESSION, opened.token)
    return somebody


async def test_who_has_no_password_sets_one_and_is_asked_for_no_current_one(app: App) -> None:
    somebody = await _without_a_password(app)
    await somebody.open("/account/security")
    assert "You have no password." in somebody.says()
    await somebody.open(PAGE)
    said = somebody.says()
    assert "Set a password" in said
    assert "Current password" not in said
    reply = await somebody.send("password", password="short", ends_others="on")
    await somebody.open(reply.headers["location"])
    assert "Please use at least 15 characters." in somebody.says()
    reply = await somebody.send("password", password=NEW, ends_others="on")
    await somebody.open(reply.headers["location"])
    assert "You have a password." in somebody.says()
    await somebody.open(PAGE)
    assert "Change your password" in somebody.says()


async def test_who_has_no_password_shows_first_that_it_is_them(app: App) -> None:
    somebody = await _without_a_password(app)
    app.stands_still_at(datetime.now(UTC) + timedelta(minutes=11))
    reply = await somebody.http_client.get(PAGE)
    assert (reply.status_code, reply.headers["location"]) == (303, f"/account/prove?next={quote(PAGE, safe='')}")
    reply = await somebody.send("password", password=NEW)
    assert reply.headers["location"].startswith("/account/prove")
