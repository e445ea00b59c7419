"""Other uses of what somebody tells for a return: what is asked for, what they allowed, and ending it."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.breadcrumb import Crumb
from components.code_list import print_button
from components.layout import row, section
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import consents, policy
from services.house import House
from services.words import sentence
from ui.actions import action
from ui.consents.given import Given, way_to_sign
from ui.guards import HouseDep, SignedIn, Visit
from ui.page_frame import page_frame

withdraw = action("consent.withdraw", policy.privacy.GIVE_CONSENT)(consents.withdraw)


@ui.page("/account/consents")
async def consents_page(house: HouseDep, visit: SignedIn, done: Annotated[Literal["", "sent"], Query()] = "") -> None:
    """Say what answers are used for, what else could be allowed, and list what was."""
    policy.privacy.GIVE_CONSENT.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        found = await consents.given(session, visit.person)
    title = sentence("consent.title")
    with page_frame(title, visit, way=[Crumb("Your account", "/account")]):
        if done:
            with notice("good"):
                paragraph(sentence("consent.sent"))
        paragraph(sentence("consent.only"))
        paragraph(sentence("consent.separate"))
        with section(sentence("consent.asked")):
            _asked()
        with section(sentence("consent.given")):
            _given(house, visit, found)


def _asked() -> None:
    if not consents.ASKED:
        paragraph(sentence("consent.none_asked"))
    for each in consents.ASKED:
        with paragraph():
            link(each.words.title, way_to_sign(each))


def _given(house: House, visit: Visit, found: Sequence[consents.Consent]) -> None:
    shown = Given(found)
    shown.draw(lambda consent_id: withdraw.by(house, visit, then=shown.ended, consent_id=consent_id))
    if found:
        with row():
            print_button(sentence("consent.print"))
