"""A person's own account: their estimates, and signing out."""

from collections.abc import Set
from typing import Literal

from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row, section
from components.link import link
from components.notice import notice
from components.prose import paragraph, phrase
from services import policy, tax
from services.accounts import enrolment
from services.accounts.enrolment import OwnAccount
from services.accounts.recovery import waiting
from services.returns import opening
from services.staff.access import seeing
from services.words import sentence
from ui.actions import action
from ui.genuine.team import who_of_our_team
from ui.guards import HouseDep, SignedIn, Visit
from ui.page_frame import page_frame
from ui.recovery.under_way import UnderWay

stop_recovery = action("account.stop_recovery", policy.accounts.CHANGE_SIGN_IN)(waiting.stop_own)


@ui.page("/account")
async def account_page(house: HouseDep, visit: SignedIn) -> None:
    """Show the address of the account, the way to the estimates, and two ways to sign out."""
    async with house.transaction(visit.person) as session:
        account = await enrolment.own_account(session, visit.person)
        begun = await opening.begun_years(session, visit.person)
        team = await seeing.who_may_see(session, visit.person)
        somebody_comes_in = await waiting.own_under_way(session, visit.person) is not None
    with page_frame("Your account", visit):
        paragraph(f"You are signed in as {account.address}.")
        if somebody_comes_in:
            shown = UnderWay()
            shown.draw(stop_recovery.by(house, visit, then=lambda _: shown.stopped()))
        _what_to_know(visit, account)
        with section("Your refund estimates"):
            _estimates(begun)
        with section("Your name"):
            paragraph("Tell us your name and your state, if you like. Our team finds you faster then.")
            link("Your name and your state", "/account/profile", kind="quiet")
        with section("How we reach you"):
            paragraph("Tell us your sign language, your number for calls, and whether you need an interpreter.")
            link("How we reach you", "/intake", kind="quiet")
        with section("How you sign in"):
            paragraph("You can see and change your email address, your password, your passkeys and your second step.")
            link("How you sign in", "/account/security", kind="quiet")
        with section("Who of our team may see your data"):
            who_of_our_team(team)
            link(sentence("genuine.link"), "/account/our-team", kind="quiet")
        _people_and_data()
        with section("Sign out"):
            _ways_out()


def _what_to_know(visit: Visit, account: OwnAccount) -> None:
    if visit.person.lacks_second_step:
        with notice("warn"), paragraph("You work for MBTQ. To see the pages of staff, you need a second step. "):
            link("See your second step", "/account/second-step")
    if account.is_demo:
        with notice():
            paragraph("This is a demo account. The person and the figures are made up.")


def _people_and_data() -> None:
    with section("People who help"):
        paragraph("You can let somebody see or do things for you: an interpreter, your family or a preparer.")
        with row():
            link("People whom you trust", "/account/trusted", kind="quiet")
            link("People who trust me", "/account/trusting", kind="quiet")
    with section("Your data"):
        paragraph("You can see who else looked at your data, when and why. You can also get a copy of your data.")
        with row():
            link("Who looked at your data", "/account/who-looked", kind="quiet")
            link("Your data", "/account/your-data", kind="quiet")
            link("Other uses of your answers", "/account/consents", kind="quiet")


def _estimates(begun: Set[int]) -> None:
    """Open what is there, begin what is not."""
    with row():
        for position, year in enumerate(tax.YEARS):
            kind: Literal["main", "quiet"] = "quiet" if position else "main"
            if year in begun:
                link(f"Open your estimate for {year}", f"/tax/{year}/estimate", kind=kind)
            else:
                with form("/api/forms/estimate", label=f"Estimate for {year}", hidden={"tax_year": str(year)}):
                    button(f"Begin an estimate for {year}", kind=kind, submit=True)


def _ways_out() -> None:
    with paragraph("Did you use a device that is not yours, or lose one? Sign out everywhere, or "):
        link("see your devices", "/account/devices")
        phrase(" and sign out one of them.")
    with row():
        with form("/api/forms/sign-out", label="Sign out", clears_drafts=True):
            button("Sign out", kind="quiet", submit=True)
        everywhere = {"everywhere": "true"}
        with form("/api/forms/sign-out", label="Sign out everywhere", hidden=everywhere, clears_drafts=True):
            button("Sign out everywhere", kind="quiet", submit=True)
