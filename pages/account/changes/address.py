"""Changing the e-mail address of an account."""

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.prose import paragraph
from services import policy
from services.accounts import enrolment
from services.accounts.changes.waiting import waiting
from services.attempts import Attempt
from ui.accounts.credentials import address_alone
from ui.accounts.shared_account import why_it_stays
from ui.accounts.waiting_address import waiting_address
from ui.guards import HouseDep, ProvedLately, attempt_at
from ui.page_frame import page_frame


@ui.page("/account/security/email")
async def address_page(
    house: HouseDep, visit: ProvedLately, attempt: Annotated[Attempt, Depends(attempt_at("email_address"))]
) -> None:
    """Ask for the new address, and say what happens next."""
    policy.accounts.CHANGE_SIGN_IN.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        account = await enrolment.own_account(session, visit.person)
        asked = await waiting(session, visit.person)
    above = [Crumb("Your account", "/account"), Crumb("How you sign in", "/account/security")]
    with page_frame("Change your email address", visit, way=above):
        if account.is_demo:
            why_it_stays()
            return
        paragraph(f"Now you sign in with {account.address}.")
        if asked:
            waiting_address(asked)
        paragraph("We send a letter to the new address. Your address changes when you confirm it there.")
        with form("/api/forms/email-address"):
            address_alone(attempt, label="New email address")
            with row():
                button("Send me the letter", submit=True)
                link("Keep it as it is", "/account/security", kind="quiet")
