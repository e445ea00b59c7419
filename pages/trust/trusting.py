"""The people who trust the person that looks: what they may see or do for each, and until when."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import button
from components.card import cards, listed_card
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import bullet_list, heading, paragraph
from db.values.people import CommunicationPreference
from db.values.trust import Right
from services import policy
from services.house import DbSession
from services.returns import helped
from services.returns.helped import HelpedYear
from services.trust import helping
from services.trust.helping import Helping
from services.visitor import Person
from services.words import moment, sentence
from ui.guards import HouseDep, SignedIn
from ui.page_frame import page_frame
from ui.trust.whose import leave_with_the_trust

_Done = Literal["", "accepted", "left", "ended", "changed"]


@ui.page("/account/trusting")
async def trusting_page(house: HouseDep, visit: SignedIn, done: Annotated[_Done, Query()] = "") -> None:
    """A card for each customer, with what they opened and a way to give it up. `done` is what has just happened."""
    policy.trust.HAVE.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        found = await helping.customers(session, visit.person)
        shown = [await _opened_to(session, visit.person, each) for each in found]
    title = sentence("trust.helping.title")
    with page_frame(title, visit, way=[Crumb("Your account", "/account")]):
        if done:
            with notice("warn" if done in {"ended", "changed"} else "good"):
                paragraph(sentence(f"trust.helping.{done}"))
        paragraph(sentence("trust.helping.intro" if found else "trust.helping.none"))
        with cards():
            for each in shown:
                with listed_card():
                    _draw(each)
                leave_with_the_trust(house, visit, each.customer)


@dataclass(frozen=True, slots=True)
class _Opened:
    """What one customer has opened to the visitor."""

    customer: Helping
    estimates: list[HelpedYear]
    talk: CommunicationPreference | None


async def _opened_to(session: DbSession, person: Person, customer: Helping) -> _Opened:
    estimates = await helped.years(session, person, customer)
    return _Opened(customer, estimates, await helping.talk_of(session, person, customer))


def _draw(opened: _Opened) -> None:
    customer, name = opened.customer, opened.customer.name
    heading(name, 2)
    paragraph(sentence("trust.helping.you_help", name=name, until=moment(customer.until)))
    bullet_list(sentence(f"trust.invitation.right.{right}") for right in Right if right in customer.rights)
    if opened.talk:
        paragraph(sentence("trust.helping.talks", name=name, by=sentence(f"talk.{opened.talk}.by")))
    elif Right.SEE_TALK in customer.rights:
        paragraph(sentence("trust.helping.talks_not", name=name))
    if Right.SEE_ESTIMATES in customer.rights and not opened.estimates:
        paragraph(sentence("trust.helping.no_estimate"))
    paragraph(sentence("trust.helping.written_down", name=name))
    with row():
        for each in opened.estimates:
            way = f"/tax/{each.tax_year}/estimate?estimate={each.return_id}"
            link(sentence("trust.helping.open", year=each.tax_year), way, kind="main", hidden_suffix=f", {name}")
        if Right.SEE_DOCUMENTS in customer.rights:
            way = f"/account/trusting/{customer.access_id}/documents"
            link(sentence("trust.helping.open_documents"), way, kind="main", hidden_suffix=f", {name}")
        words = sentence("trust.helping.leave", name=name)
        with form("/api/forms/trusted/leave", label=words, hidden={"access": str(customer.access_id)}):
            button(words, kind="quiet", submit=True)
