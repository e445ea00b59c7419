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
from services import returns
from services.accounts import enrolment
from ui.guards import HouseDep, SignedIn
from ui.page_frame import page_frame


@ui.page("/account")
async def account_page(house: HouseDep, visit: SignedIn) -> None:
    """Show the address of the account, the way to the estimates, and two ways to sign out."""
    async with house.transaction(visit.person) as session:
        account = await enrolment.own_account(session, visit.person)
        begun = await returns.begun_years(session, visit.person)
    with page_frame("Your account", visit):
        paragraph(f"You are signed in as {account.address}.")
        if visit.person.lacks_second_step:
            with notice("warn"), paragraph("You work for MBTQ. To see the pages of staff, you need a second step. "):
                link("See your second step", "/account/second-step")
        if account.is_demo:
            with notice():
                paragraph("This is a demo account. The person and the figures are made up.")
        with section("Your refund estimates"):
            _estimates(begun)
        with section("How you sign in"):
            paragraph("You can see and change your email address, your password, your passkeys and your second step.")
            link("How you sign in", "/account/security", kind="quiet")
        with section("Sign out"):
            _ways_out()


def _estimates(begun: Set[int]) -> None:
    """Open what is there, begin what is not."""
    with row():
        for position, year in enumerate(returns.YEARS):
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
