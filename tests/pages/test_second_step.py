"""The second step through forms and pages: what it opens, what it closes, and who needs it."""

from datetime import UTC, datetime, timedelta

import pytest

from db.values.people import Role
from services.accounts import enrolment, passwords, sessions
from services.accounts.changes import password
from services.accounts.passkeys import keeping
from services.accounts.second_steps import recovery
from services.errors import Conflict
from services.visitor import Person
from tests.app import App, Somebody
from tests.authenticator_app import Phone, with_second_step
from tests.factories import PASSWORD, a_person, an_address
from tests.letters import letter_to, letters_to
from tests.services.accounts.passkeys.having import a_device, added
from ui import cookies

SHORT = "kiwi-9#Zq!v"


class Maria:
    """Somebody with an account whose second step is on, at a browser that is signed in nowhere."""

    def __init__(self, app: App, person: Person, address: str, phone: Phone) -> None:
        self.person, self.address, self.phone = person, address, phone
        self.browser = app.somebody()

    async def sign_in(self, password: str = PASSWORD, **more: str) -> str:
        """Send the password: where it leads."""
        return _way(await self.browser.send("sign-in", email=self.address, password=password, **more))


def _way(reply: object) -> str:
    return str(reply.headers["location"])  # type: ignore[attr-defined]  # an answer of httpx


async def _made(app: App, *, password: str = PASSWORD, role: Role = Role.CUSTOMER) -> Maria:
    app.stands_still_at(datetime.now(UTC))
    address = an_address()
    person = await a_person(app.house, address=address, password_hash=await passwords.hashed(password), role=role)
    phone = await with_second_step(app.house, person.person_id)
    app.stands_still_at(app.house.clock.now() + timedelta(seconds=30))
    return Maria(app, person, address, phone)


@pytest.fixture
async def maria(app: App) -> Maria:
    """A customer."""
    return await _made(app)


async def test_the_way_in_leads_over_the_second_step_and_on(app: App, maria: Maria) -> None:
    way = await maria.sign_in(next="/account/devices?x=1")
    assert way == "/sign-in/second-step?next=%2Faccount%2Fdevices%3Fx%3D1"
    await maria.browser.open(way)
    code = maria.phone.code(app.house.clock.now())
    reply = await maria.browser.send("second-step", code=code, step="app", next="/account/devices?x=1")
    assert _way(reply) == "/account/devices?x=1"
    await maria.browser.open("/account/devices")


async def test_a_wrong_code_says_so_beside_the_field(maria: Maria) -> None:
    await maria.browser.open(await maria.sign_in())
    way = _way(await maria.browser.send("second-step", code="000000", step="app", next="/account"))
    await maria.browser.open(way)
    assert "This code is not right." in maria.browser.says()


async def test_half_way_in_no_page_of_an_account_and_no_form_of_it_is_open(app: App, maria: Maria) -> None:
    await maria.sign_in()
    for path in ("/account", "/account/security", "/account/second-step", "/account/prove", "/staff/feedback"):
        reply = await maria.browser.http_client.get(path)
        assert (reply.status_code, _way(reply).partition("?")[0]) == (303, "/sign-in"), path
    for form in ("prove", "second-step/confirm", "second-step/remove"):
        assert _way(await maria.browser.send(form, password=PASSWORD)).startswith("/sign-in"), form
    token = maria.browser.http_client.cookies[cookies.SESSION]
    async with app.house.transaction(enrolment.DOOR) as session:
        assert not isinstance(await sessions.visitor_of(session, token), Person)


async def test_who_took_too_long_begins_again_and_reads_so(app: App, maria: Maria) -> None:
    way = await maria.sign_in()
    app.stands_still_at(app.house.clock.now() + timedelta(minutes=10))
    assert _way(await maria.browser.http_client.get(way)).startswith("/sign-in?next=")
    code = maria.phone.code(app.house.clock.now())
    await maria.browser.open(_way(await maria.browser.send("second-step", code=code, step="app", next="/account")))
    assert "This took more than 10 minutes." in maria.browser.says()


async def test_setting_it_up_needs_a_fresh_proof(app: App, maria: Maria) -> None:
    await maria.sign_in()
    await maria.browser.send("second-step", code=maria.phone.code(app.house.clock.now()), step="app")
    app.stands_still_at(app.house.clock.now() + timedelta(minutes=11))
    for path in ("/account/second-step/set-up", "/account/second-step/remove", "/account/recovery-codes"):
        assert _way(await maria.browser.http_client.get(path)).startswith("/account/prove?next=")
    for form in ("second-step/confirm", "second-step/remove"):
        assert _way(await maria.browser.send(form)).startswith("/account/prove?next=")
    await maria.browser.open("/account/prove")
    assert "Code from your app" in maria.browser.says()


async def _signed_in(app: App, maria: Maria, password: str = PASSWORD) -> Somebody:
    await maria.sign_in(password)
    await maria.browser.send("second-step", code=maria.phone.code(app.house.clock.now()), step="app")
    return maria.browser


async def test_turning_it_off_takes_the_recovery_codes_too_and_the_password_alone_opens_again(
    app: App, maria: Maria
) -> None:
    browser = await _signed_in(app, maria)
    async with app.house.transaction(maria.person) as session:
        await recovery.make(session, maria.person.person_id)
    await browser.open("/account/second-step/remove")
    assert "Your recovery codes stop working too." in browser.says()
    way = _way(await browser.send("second-step/remove", password=PASSWORD))
    await browser.open(way)
    assert "The app is removed. You have no second step now." in browser.says()
    assert "Set up my second step" in browser.says()
    async with app.house.transaction(maria.person) as session:
        assert await recovery.how_many_left(session, maria.person.person_id) == 0
    assert await maria.sign_in() == "/account"


async def test_without_an_app_there_is_nothing_to_turn_off_and_no_letter_says_so(app: App) -> None:
    address = an_address()
    rosa = await a_person(app.house, address=address, password_hash=await passwords.hashed(PASSWORD))
    browser = app.somebody()
    await browser.send("sign-in", email=address, password=PASSWORD)
    async with app.house.transaction(rosa) as session:
        await recovery.make(session, rosa.person_id)
    assert _way(await browser.http_client.get("/account/second-step/remove")) == "/account/second-step"
    assert _way(await browser.send("second-step/remove", password=PASSWORD)) == "/account/second-step"
    async with app.house.transaction(rosa) as session:
        assert await recovery.how_many_left(session, rosa.person_id) == recovery.HOW_MANY
    before = len(await letters_to(app.house.settings.data_dir, address))
    await browser.send("forgot-password", email=address)
    await letter_to(app.house.settings.data_dir, address, earlier=before)
    told = [each["Subject"] for each in await letters_to(app.house.settings.data_dir, address)]
    assert "Your MBTQ account no longer asks for a code" not in told


async def test_a_short_password_has_to_be_changed_before_it_stands_alone(app: App) -> None:
    maria = await _made(app, password=SHORT)
    browser = await _signed_in(app, maria, SHORT)
    await browser.send("second-step/remove", password=SHORT)
    await browser.open("/account/second-step/remove")
    assert "your password needs at least 15 characters" in browser.says()
    assert (await maria.sign_in(SHORT)).startswith("/sign-in/second-step")


async def test_beside_a_passkey_only_the_app_goes_and_the_words_say_so_also_with_a_short_password(app: App) -> None:
    maria = await _made(app, password=SHORT)
    passkey_id = await added(app.house, maria.person, a_device(app.house))
    browser = await _signed_in(app, maria, SHORT)
    async with app.house.transaction(maria.person) as session:
        await recovery.make(session, maria.person.person_id)
    await browser.open("/account/second-step")
    assert "Turn off" not in browser.says()
    await browser.open("/account/second-step/remove")
    assert "Your passkey stays your second step." in browser.says()
    assert "Your recovery codes stay good." in browser.says()
    await browser.open(_way(await browser.send("second-step/remove", password=SHORT)))
    assert "The app is removed. Your passkey is your second step now." in browser.says()
    assert "You have 10 of 10 left." in browser.says()
    assert (await maria.sign_in(SHORT)).startswith("/sign-in/second-step")
    async with app.house.transaction(maria.person) as session:
        with pytest.raises(Conflict, match="password_too_short"):
            await keeping.remove(session, maria.person, passkey_id=passkey_id)
    await password.change(app.house, maria.person, new=PASSWORD, ends_others=False)
    async with app.house.transaction(maria.person) as session:
        await keeping.remove(session, maria.person, passkey_id=passkey_id)


async def test_who_works_for_us_keeps_their_rights_when_a_passkey_stays(app: App) -> None:
    lee = await _made(app, role=Role.ADMINISTRATOR)
    await added(app.house, lee.person, a_device(app.house))
    browser = await _signed_in(app, lee)
    await browser.send("second-step/remove", password=PASSWORD)
    assert (await browser.http_client.get("/staff/health")).status_code == 200


async def test_who_works_for_us_is_led_to_a_second_step_and_has_their_rights_with_it(app: App) -> None:
    address = an_address()
    await a_person(app.house, address=address, password_hash=await passwords.hashed(PASSWORD), role=Role.ADMINISTRATOR)
    lee = app.somebody()
    await lee.send("sign-in", email=address, password=PASSWORD)
    assert _way(await lee.http_client.get("/staff/health")) == "/account/second-step"
    await lee.open("/account")
    assert "you need a second step" in lee.says()
    await lee.open("/account/second-step/set-up")
    key = next(each for each in lee.says().split("  ") if len(each) == 39 and each.count(" ") == 7)
    reply = await lee.send("second-step/confirm", code=Phone(key).code())
    assert _way(reply) == "/account/recovery-codes"
    assert (await lee.http_client.get("/staff/health")).status_code == 200
