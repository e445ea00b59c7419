"""How a person signs in: what there is now, and the ways to change it. Each section leads to a page of its own."""

from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.breadcrumb import Crumb
from components.layout import section
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.accounts import enrolment
from services.accounts.changes.waiting import Waiting, waiting
from services.accounts.enrolment import OwnAccount
from services.accounts.passkeys import keeping
from services.accounts.second_steps.having import SecondSteps, second_steps_of
from services.words import day_of, sentence
from ui.accounts.waiting_address import waiting_address
from ui.guards import HouseDep, SignedIn
from ui.page_frame import page_frame


@ui.page("/account/security")
async def security_page(
    house: HouseDep,
    visit: SignedIn,
    done: Annotated[Literal["", "address", "again", "given_up", "password"], Query()] = "",
    problem: Annotated[Literal["", "none_waits", "just_sent", "too_often"], Query()] = "",
) -> None:
    """Show the address, the password and the devices. `done` is what was changed just now, `problem` why it was not."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        account = await enrolment.own_account(session, visit.person)
        own_passkeys = await keeping.passkeys(session, visit.person)
        steps = await second_steps_of(session, visit.person.person_id)
        asked = await waiting(session, visit.person)
    with page_frame("How you sign in", visit, way=[Crumb("Your account", "/account")]):
        _what_came_of_it(done, problem)
        paragraph("We tell you by email when something here changes.")
        with section("Email address"):
            _address(account, asked)
        with section("Password"):
            _password(account)
        with section("Passkeys"):
            _passkeys(len(own_passkeys))
        with section("Second step"):
            _second_step(steps)
        _organisations_and_devices(has_organisations=bool(house.providers.organisations))


def _what_came_of_it(done: str, problem: str) -> None:
    if done:
        with notice("good"):
            paragraph(sentence(f"changed.{done}"))
    if problem:
        with notice("warn"):
            paragraph(sentence(f"address.{problem}"))


def _address(account: OwnAccount, asked: Waiting | None) -> None:
    paragraph(f"You sign in with {account.address}.")
    if asked:
        waiting_address(asked)
    link("Change your email address", "/account/security/email", kind="quiet")


def _password(account: OwnAccount) -> None:
    if account.password_set_at is None:
        paragraph("You have no password.")
        link("Set a password", "/account/security/password", kind="quiet")
        return
    paragraph(f"You have a password. It was set on {day_of(account.password_set_at)}.")
    link("Change your password", "/account/security/password", kind="quiet")


def _second_step(steps: SecondSteps) -> None:
    paragraph("Your second step is on." if steps.are_asked_for else "You have no second step.")
    if steps.are_asked_for and not steps.recovery_codes:
        with notice("warn"):
            paragraph("You have no recovery codes. Make some now, so that a lost device does not lock you out.")
    link(
        "See your second step" if steps.are_asked_for else "Set up a second step", "/account/second-step", kind="quiet"
    )


def _passkeys(count: int) -> None:
    """How many there are, and what they are for."""
    paragraph("With a passkey, your fingerprint, your face or your screen lock opens your account.")
    if count:
        paragraph("You have 1 passkey." if count == 1 else f"You have {count} passkeys.")
    link("See your passkeys" if count else "Add a passkey", "/account/passkeys", kind="quiet")


def _organisations_and_devices(*, has_organisations: bool) -> None:
    if has_organisations:
        with section("Organizations"):
            paragraph("You can sign in at the page of an organization that knows you.")
            link("See your organizations", "/account/organisations", kind="quiet")
    with section("Devices"):
        paragraph("You see where you are signed in. You can sign out a device that is not yours.")
        link("See your devices", "/account/devices", kind="quiet")
