"""The page to which the letter about a registration leads: what a partner told us, and taking it over or not."""

from nicegui import ui

from components.description_list import Entry, description_list
from components.link import link
from components.prose import paragraph
from services import policy
from services.intake.from_partners import taking_over
from services.intake.from_partners.taking_over import Offer
from services.intake.steps import START
from services.words import moment, sentence
from ui.guards import AnyVisit, HouseDep
from ui.intake.so_far import needs_in_words
from ui.links.offers import Answer, Asked, nothing_to_answer, offered, yes_or_no
from ui.page_frame import page_frame


@ui.page("/intake/from-partner")
async def from_partner_page(house: HouseDep, visit: AnyVisit, token: str = "", answer: Answer = "") -> None:
    """Say who told us what; nothing happens before a button is pressed, because mail programs follow links too."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    found = None if answer else await offered(taking_over.look(house, visit.visitor, token=token))
    with page_frame(sentence("intake.offer.title" if found else "intake.offer.over_title"), visit):
        if found is None:
            nothing_to_answer(answer, declined=sentence("intake.offer.declined"), over=sentence("intake.offer.over"))
            link(sentence("intake.title"), START, kind="quiet")
            return
        paragraph(sentence("intake.offer.from", partner=found.partner))
        description_list(_entries(found))
        paragraph(sentence("intake.offer.until", until=moment(found.until)))
        yes_or_no(visit, token, _asked(found), is_theirs=found.is_theirs)


def _asked(found: Offer) -> Asked:
    return Asked(
        page="/intake/from-partner",
        forms="/api/forms/intake-offer",
        accept=sentence("intake.offer.accept"),
        decline=sentence("intake.offer.decline"),
        another_address=sentence("intake.offer.other_address"),
        how=sentence("intake.offer.sign_in", address=found.registration.email),
    )


def _entries(found: Offer) -> list[Entry]:
    told = found.registration
    said = sentence(f"intake.interpreter.{told.wish}.state") if told.wish else ""
    entries = [
        Entry(sentence("intake.offer.name"), told.full_name),
        Entry(sentence("intake.step.talk.term"), sentence(f"talk.{told.communication_preference}.by")),
        Entry(sentence("intake.step.interpreter.term"), said),
    ]
    return entries + needs_in_words(found.needs) if found.needs else entries
