"""People who sign in at an organisation: who is let in, who decides first, and what leads nowhere."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from httpx import Response
from sqlmodel import col, select

from db.tables.outside.mail import OutgoingMail
from db.tables.people import Account
from db.tables.ways_in.organisations import OrganisationLink
from db.types import new_id
from services import words
from services.accounts import addresses, enrolment, sessions
from services.settings import Settings
from services.visitor import System
from tests.app import App, Somebody, running
from tests.authenticator_app import with_second_step
from tests.factories import PASSWORD, an_address
from tests.letters import letter_to, token_in
from tests.pages.acting import press
from tests.people import guest, signed_up
from tests.services.providers.organisations.office import Office, open_office, reply
from ui import cookies

DECISION = "/sign-in/organisation"
LINKS = "/account/organisations"
SIGN_IN = "/sign-in/with/county"
LINK = f"{LINKS}/with/county"


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """The identity provider of the county, where somebody new has just signed in."""
    async with open_office() as opened:
        opened.at = datetime.now(UTC)
        opened.subject = new_id().hex
        opened.told = {"email": an_address(), "email_verified": True}
        opened.claims["auth_time"] = int(opened.at.timestamp())
        yield opened


@pytest.fixture
async def app(settings: Settings, office: Office) -> AsyncIterator[App]:
    """The application, with the county set up."""
    async with running(settings.model_copy(update={"organisations": {"county": office.organisation}})) as opened:
        yield opened


async def go(somebody: Somebody, office: Office, begin: str = SIGN_IN) -> str:
    """Follow the link to the organisation: the address with which it sends people back."""
    sent = await somebody.http_client.get(begin)
    assert sent.headers["location"].startswith(f"{office.issuer}/authorize?"), sent.headers["location"]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(sent.headers["location"]).query).items()}
    office.nonce = asked["nonce"]
    return f"{SIGN_IN}/return?code=once&state={asked['state']}"


async def there_and_back(somebody: Somebody, office: Office, begin: str = SIGN_IN) -> Response:
    return await somebody.http_client.get(await go(somebody, office, begin))


async def told(somebody: Somebody, came: Response) -> str:
    """What the page says to which somebody is led that could not be let in."""
    assert (came.status_code, came.headers["location"]) == (303, DECISION)
    return (await somebody.http_client.get(DECISION)).text


async def is_signed_in(somebody: Somebody) -> bool:
    return (await somebody.http_client.get("/account")).status_code == 200


async def test_the_page_of_signing_in_names_the_organisation_and_keeps_the_way_on(app: App) -> None:
    somebody = app.somebody()
    await somebody.open("/sign-in?next=/tax/2025/estimate")
    assert "Sign in with Example County" in somebody.says()
    page = (await somebody.http_client.get("/sign-in?next=/tax/2025/estimate")).text
    assert f"{SIGN_IN}?next=%2Ftax%2F2025%2Festimate" in page


async def test_who_is_new_makes_an_account_by_one_press_and_is_let_in_at_once_the_next_time(
    app: App, office: Office
) -> None:
    somebody = app.somebody()
    came = await there_and_back(somebody, office, f"{SIGN_IN}?next=/tax")
    assert came.headers["location"] == DECISION
    await somebody.open(DECISION)
    assert office.told["email"] in somebody.says()
    assert not await is_signed_in(somebody)
    made = await somebody.send("organisation")
    assert made.headers["location"] == "/tax"
    await somebody.open("/account")
    assert office.told["email"] in somebody.says()
    await somebody.open("/account/security")
    assert "You have no password." in somebody.says()
    elsewhere = app.somebody()
    came = await there_and_back(elsewhere, office)
    assert came.headers["location"] == "/account"
    assert await is_signed_in(elsewhere)


async def test_it_opens_no_account_that_is_being_deleted_and_says_so(app: App, office: Office) -> None:
    somebody = app.somebody()
    await there_and_back(somebody, office)
    await somebody.send("organisation")
    assert (await somebody.send("delete-account", sure="on")).headers["location"] == "/account-deletion"
    elsewhere = app.somebody()
    said = await told(elsewhere, await there_and_back(elsewhere, office))
    assert words.sentence("your_data.delete.under_way") in said
    assert not await is_signed_in(elsewhere)


async def test_the_token_of_a_guest_changes_and_their_estimate_comes_along(app: App, office: Office) -> None:
    somebody = await guest(app)
    before = somebody.http_client.cookies[cookies.SESSION]
    await there_and_back(somebody, office)
    await somebody.send("organisation")
    assert somebody.http_client.cookies[cookies.SESSION] != before
    await somebody.open("/tax/2025/estimate")
    assert "make an account" not in somebody.says()


async def test_a_verified_address_alone_opens_no_account_that_is_there(app: App, office: Office) -> None:
    address = an_address()
    await signed_up(app, address)
    office.told["email"] = address.upper()
    somebody = app.somebody()
    page = await told(somebody, await there_and_back(somebody, office))
    assert "Sign in with it first" in page
    assert f"/sign-in?next={LINKS}" in page
    assert (await somebody.send("organisation")).headers["location"] == DECISION
    assert not await is_signed_in(somebody)


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email": "no address", "email_verified": True}])
async def test_without_a_verified_address_no_account_is_made(
    app: App, office: Office, claims: dict[str, object]
) -> None:
    office.told |= claims
    somebody = app.somebody()
    page = await told(somebody, await there_and_back(somebody, office))
    assert "did not tell us an email address that it has checked" in page
    assert (await somebody.send("organisation")).headers["location"] == DECISION
    assert not await is_signed_in(somebody)


async def test_who_signed_in_first_links_it_by_one_press_and_can_open_the_account_by_it(
    app: App, office: Office
) -> None:
    somebody = await signed_up(app)
    came = await there_and_back(somebody, office, LINK)
    assert came.headers["location"] == DECISION
    await somebody.open(DECISION)
    assert "Link Example County to your account" in somebody.says()
    assert (await somebody.send("organisation")).headers["location"] == LINKS
    await somebody.open(LINKS)
    assert "Remove Example County" in somebody.says()
    elsewhere = app.somebody()
    assert (await there_and_back(elsewhere, office)).headers["location"] == "/account"
    assert await is_signed_in(elsewhere)
    assert (await there_and_back(somebody, office, LINK)).headers["location"] == LINKS  # it is linked already


async def test_a_link_can_be_removed_and_then_opens_nothing(app: App, office: Office) -> None:
    somebody = await signed_up(app)
    await there_and_back(somebody, office, LINK)
    await somebody.send("organisation")
    await somebody.open(LINKS)
    await press(somebody, "Remove Example County")
    assert "Example County is removed." in somebody.says()
    office.told["email_verified"] = False
    elsewhere = app.somebody()
    assert "an email address that it has checked" in await told(elsewhere, await there_and_back(elsewhere, office))


async def test_the_only_way_into_an_account_can_not_be_removed(app: App, office: Office) -> None:
    somebody = app.somebody()
    await there_and_back(somebody, office)
    await somebody.send("organisation")
    await somebody.open(LINKS)
    await press(somebody, "Remove Example County")
    assert "No other way to sign in is set up" in somebody.says()
    assert (await there_and_back(app.somebody(), office)).headers["location"] == "/account"


async def test_who_came_by_an_organisation_can_set_a_password_by_letter_and_then_leave_it(
    app: App, office: Office
) -> None:
    somebody, address = app.somebody(), str(office.told["email"])
    await there_and_back(somebody, office)
    await somebody.send("organisation")
    await somebody.send("forgot-password", email=address)
    letter = await letter_to(app.house.settings.data_dir, address)
    await somebody.send("new-password", token=token_in(letter), password=PASSWORD)
    await somebody.send("sign-in", email=address, password=PASSWORD)
    await somebody.open(LINKS)
    await press(somebody, "Remove Example County")
    assert "Example County is removed." in somebody.says()


async def test_an_account_without_a_password_can_not_be_opened_by_one(app: App, office: Office) -> None:
    somebody = app.somebody()
    await there_and_back(somebody, office)
    await somebody.send("organisation")
    for password in ("", "None", PASSWORD):
        tried = app.somebody()
        await tried.send("sign-in", email=office.told["email"], password=password)
        assert not await is_signed_in(tried)


async def test_whoever_belongs_to_one_account_is_not_linked_to_another(app: App, office: Office) -> None:
    await there_and_back(first := app.somebody(), office)
    await first.send("organisation")
    second = await signed_up(app)
    page = await told(second, await there_and_back(second, office, LINK))
    assert "linked to another account here" in page


async def test_two_who_decide_at_the_same_time_for_one_identity_make_one_link(app: App, office: Office) -> None:
    first, second = await signed_up(app), await signed_up(app)
    for somebody in (first, second):
        await there_and_back(somebody, office, LINK)
    assert (await first.send("organisation")).headers["location"] == LINKS
    assert "linked to another account here" in await told(second, await second.send("organisation"))


async def test_what_somebody_brings_back_is_good_once(app: App, office: Office) -> None:
    somebody = app.somebody()
    home = await go(somebody, office)
    brought = somebody.http_client.cookies[cookies.ORGANISATION]
    assert (await somebody.http_client.get(home)).headers["location"] == DECISION
    copy = app.somebody()
    copy.http_client.cookies.set(cookies.ORGANISATION, brought)
    assert "Please begin again" in await told(copy, await copy.http_client.get(home))
    assert office.paths().count("/token") == 1


async def test_a_decision_is_made_once(app: App, office: Office) -> None:
    somebody = app.somebody()
    await there_and_back(somebody, office)
    copy = app.somebody()
    copy.http_client.cookies.update(somebody.http_client.cookies)
    assert (await somebody.send("organisation")).headers["location"] == "/account"
    assert "Please begin again" in await told(copy, await copy.send("organisation"))


async def test_an_answer_opens_nothing_in_another_browser(app: App, office: Office) -> None:
    """Nobody can be signed in to the account of somebody else by a link that they are sent (login CSRF)."""
    home = await go(app.somebody(), office)
    for other in (app.somebody(), await signed_up(app)):
        assert "Please begin again" in await told(other, await other.http_client.get(home))
    assert "/token" not in office.paths()


async def test_an_answer_after_ten_minutes_leads_to_the_beginning(app: App, office: Office) -> None:
    somebody = app.somebody()
    home = await go(somebody, office)
    app.stands_still_at(datetime.now(UTC) + timedelta(minutes=10, seconds=1))
    assert "Please begin again" in await told(somebody, await somebody.http_client.get(home))


async def test_who_began_to_link_and_is_somebody_else_now_links_nothing(app: App, office: Office) -> None:
    somebody, other = await signed_up(app), await signed_up(app)
    home = await go(somebody, office, LINK)
    somebody.http_client.cookies.set(cookies.SESSION, other.http_client.cookies[cookies.SESSION])
    assert "Please begin again" in await told(somebody, await somebody.http_client.get(home))


async def test_a_decision_of_somebody_who_has_signed_out_since_is_none(app: App, office: Office) -> None:
    somebody = await signed_up(app)
    await there_and_back(somebody, office, LINK)
    await somebody.send("sign-out")
    assert "Nothing waits to be decided" in (await somebody.http_client.get(DECISION)).text
    assert "Please begin again" in await told(somebody, await somebody.send("organisation"))


async def test_a_code_that_is_there_twice_is_used_in_no_way(app: App, office: Office) -> None:
    somebody = app.somebody()
    home = await go(somebody, office)
    assert "Please begin again" in await told(somebody, await somebody.http_client.get(f"{home}&code=another"))
    assert "/token" not in office.paths()


@pytest.mark.parametrize("begin", [SIGN_IN, LINK])
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_another_site_can_not_begin_it(app: App, office: Office, begin: str, site: str) -> None:
    somebody = await signed_up(app)
    sent = await somebody.http_client.get(begin, headers={"Sec-Fetch-Site": site})
    assert sent.headers["location"] in {"/sign-in", LINKS}
    assert cookies.ORGANISATION not in somebody.http_client.cookies
    assert office.paths() == []


async def test_another_site_can_not_press_the_button(app: App, office: Office) -> None:
    somebody = app.somebody()
    await there_and_back(somebody, office)
    forged = await somebody.http_client.post("/api/forms/organisation", headers={"Origin": "https://evil.example"})
    assert forged.status_code == 403
    assert not await is_signed_in(somebody)


@pytest.mark.parametrize("path", ["/sign-in/with/nobody", "/sign-in/with/nobody/return?code=1&state=2"])
async def test_an_organisation_that_is_not_set_up_is_no_page(app: App, path: str) -> None:
    assert (await app.somebody().http_client.get(path)).status_code == 404


async def test_a_stranger_has_to_sign_in_before_they_link(app: App, office: Office) -> None:
    sent = await app.somebody().http_client.get(LINK)
    assert sent.headers["location"] == f"/sign-in?next={LINKS}"
    assert office.paths() == []


async def test_whoever_has_not_proved_it_lately_does_so_before_they_link_or_remove(app: App, office: Office) -> None:
    somebody = await signed_up(app)
    await there_and_back(somebody, office, LINK)
    app.stands_still_at(datetime.now(UTC) + sessions.PROOF_LASTS + timedelta(seconds=1))
    for sent in (await somebody.http_client.get(LINK), await somebody.send("organisation")):
        assert sent.headers["location"].startswith("/account/prove?next=")
    assert office.paths().count("/token") == 1
    async with app.house.transaction(enrolment.DOOR) as session:
        assert (
            await session.exec(select(OrganisationLink).where(OrganisationLink.issuer == office.issuer))
        ).all() == []


@pytest.mark.parametrize("told", [None, timedelta(hours=3), timedelta(minutes=-30)], ids=str)
async def test_an_organisation_that_knows_somebody_from_before_opens_a_session_that_proves_nothing(
    app: App, office: Office, told: timedelta | None
) -> None:
    office.claims["auth_time"] = told and int((office.at - told).timestamp())
    new, known = app.somebody(), app.somebody()
    await there_and_back(new, office)
    await new.send("organisation")
    await there_and_back(known, office)
    for somebody in (new, known):
        assert await is_signed_in(somebody)
        sent = await somebody.http_client.get(LINK)
        assert sent.headers["location"].startswith("/account/prove?next=")
    office.claims["auth_time"] = int(office.at.timestamp())
    again = await go(known, office)
    await known.http_client.get(again)
    assert (await known.http_client.get(LINK)).headers["location"].startswith(office.issuer)


async def test_an_organisation_does_not_take_the_place_of_a_second_step(app: App, office: Office) -> None:
    somebody = app.somebody()
    await there_and_back(somebody, office)
    await somebody.send("organisation")
    async with app.house.transaction(enrolment.DOOR) as session:
        account = await enrolment.account_at(session, str(office.told["email"]))
    assert account
    await with_second_step(app.house, account.id)
    again = app.somebody()
    came = await there_and_back(again, office, f"{SIGN_IN}?next=/tax")
    assert came.headers["location"].startswith("/sign-in/second-step?next=")
    assert not await is_signed_in(again)


async def test_the_owner_is_told_of_a_link_by_letter(app: App, office: Office) -> None:
    address = an_address()
    somebody = await signed_up(app, address)
    await there_and_back(somebody, office, LINK)
    await somebody.send("organisation")
    async with app.house.transaction(System("mail")) as session:
        mine = col(OutgoingMail.to_index) == addresses.index_of(app.house, address)
        assert "safety_notice" in (await session.exec(select(OutgoingMail.template).where(mine))).all()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"])
async def test_the_way_on_never_leads_to_another_site(app: App, office: Office, elsewhere: str) -> None:
    somebody = app.somebody()
    await there_and_back(somebody, office, f"{SIGN_IN}?next={elsewhere}")
    assert (await somebody.send("organisation")).headers["location"] == "/"


@pytest.mark.parametrize("code", ["refused", "away", "not_believed"])
async def test_what_went_wrong_is_a_page_with_a_way_on_and_a_line_without_a_person(
    app: App, office: Office, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    somebody, more = app.somebody(), ""
    home = await go(somebody, office)
    if code == "refused":
        more = f"&error=access_denied&error_description={office.told['email']}"
    elif code == "away":
        office.instead["/token"] = reply({}, 502)
    else:
        office.claims["aud"] = "another"
    with caplog.at_level(logging.DEBUG, logger="services"):
        page = await told(somebody, await somebody.http_client.get(home + more))
    assert words.sentence(f"organisation.{code}") in page
    assert "Go to “Sign in”" in page
    assert "organisation county" in caplog.text
    assert not any(each in caplog.text for each in (office.subject, office.told["email"], home.rpartition("=")[2]))


async def test_an_organisation_that_is_away_from_the_start_says_so(app: App, office: Office) -> None:
    office.instead["/.well-known/openid-configuration"] = reply({}, 503)
    somebody = app.somebody()
    page = await told(somebody, await somebody.http_client.get(SIGN_IN))
    assert words.sentence("organisation.away") in page


async def test_of_who_somebody_is_there_only_a_keyed_hash_is_kept(app: App, office: Office) -> None:
    somebody = app.somebody()
    await there_and_back(somebody, office)
    await somebody.send("organisation")
    async with app.house.transaction(enrolment.DOOR) as session:
        account = await enrolment.account_at(session, office.told["email"])
        query = select(OrganisationLink, Account).join(Account).where(col(Account.id) == (account and account.id))
        [(link, owner)] = (await session.exec(query)).all()
    assert owner.password_hash is None
    assert office.subject not in repr(link)
    assert link.issuer == office.issuer
