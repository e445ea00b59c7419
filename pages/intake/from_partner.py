"""The page to which the letter about a registration leads: what a partner told us, and taking it over or not."""

from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.description_list import Entry, description_list
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.intake.from_partners import taking_over
from services.intake.from_partners.taking_over import Offer
from services.intake.steps import START
from services.words import long_date, sentence
from ui.guards import AnyVisit, HouseDep
from ui.intake.so_far import needs_in_words
from ui.links.offers import offered, to_the_right_account, yes_or_no
from ui.page_frame import page_frame


@ui.page("/intake/from-partner")
async def from_partner_page(
    house: HouseDep,
    visit: AnyVisit,
    token: str = "",
    answer: Annotated[Literal["", "declined", "over"], Query()] = "",
) -> None:
    """Say who told us what; nothing happens before a button is pressed, because mail programs follow links too."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    found = None if answer else await offered(taking_over.look(house, visit.visitor, token=token))
    with page_frame(sentence("intake.offer.title" if found else "intake.offer.over_title"), visit):
        if found is None:
            with notice("good" if answer == "declined" else "warn"):
                paragraph(sentence("intake.offer.declined" if answer == "declined" else "intake.offer.over"))
            link(sentence("intake.title"), START, kind="quiet")
            return
        paragraph(sentence("intake.offer.from", partner=found.partner))
        description_list(_entries(found))
        paragraph(sentence("intake.offer.until", until=long_date(found.until.date())))
        if not found.is_theirs:
            to_the_right_account(
                visit,
                f"/intake/from-partner?token={token}",
                another_address=sentence("intake.offer.other_address"),
                how=sentence("intake.offer.sign_in", address=found.registration.email),
            )
        accept = sentence("intake.offer.accept") if found.is_theirs else ""
        yes_or_no("/api/forms/intake-offer", token, accept=accept, decline=sentence("intake.offer.decline"))


def _entries(found: Offer) -> list[Entry]:
    told = found.registration
    said = sentence(f"intake.interpreter.{told.wish}.state") if told.wish else ""
    entries = [
        Entry(sentence("intake.offer.name"), told.full_name),
        Entry(sentence("intake.step.talk.term"), sentence(f"talk.{told.communication_preference}.by")),
        Entry(sentence("intake.step.interpreter.term"), said),
    ]
    return entries + needs_in_words(found.needs) if found.needs else entries
