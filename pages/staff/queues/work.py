"""Where somebody who works here begins: what waits for them, the longest wait first, and the pages of their roles."""

from collections.abc import Sequence
from typing import Annotated

from nicegui import ui

from components.card import cards, link_card
from components.layout import row, section
from components.link import link
from components.prose import paragraph
from services import policy
from services.staff.queues.kinds import Queue
from services.staff.queues.waiting import Waiting, ids_of_each, waiting_for
from services.words import moment, sentence
from ui.guards import HouseDep, Visit, for_staff
from ui.navigation import WORK
from ui.page_frame import page_frame
from ui.staff.queues.news import ListNews

_PATHS = {
    Queue.RECOVERY: "/staff/recovery",
    Queue.REVIEWS: "/staff/reviews",
    Queue.INTERPRETERS: "/staff/interpreters",
    Queue.FEEDBACK: "/staff/feedback?show=open",
    Queue.EMERGENCIES: "/staff/emergency",
    Queue.ROLES: "/staff/roles",
}


@ui.page("/staff")
async def work_page(house: HouseDep, visit: Annotated[Visit, for_staff(policy.roles.WORK_HERE)]) -> None:
    """The first link of the page leads to what waits longest."""
    async with house.transaction(visit.person) as session:
        waiting = await waiting_for(session, visit.person)
        listed = await ids_of_each(session, visit.person)
    with page_frame("Your work", visit):
        for queue, ids in listed.items():
            ListNews(house, visit, queue, listed=ids, called=sentence(f"queue.{queue}"))
        roles = ", ".join(sentence(f"role.name.{role}") for role in sorted(visit.person.roles))
        paragraph(f"You work here as: {roles}.")
        with section("What waits for you"):
            _queues(waiting)
        places = [place for place in WORK if place.policy.allows(visit.person)]
        with section("Your pages"):
            if not places:
                paragraph("There is no page for your role yet.")
            with cards():
                for place in places:
                    link_card(place.label, place.path)


def _queues(waiting: Sequence[Waiting]) -> None:
    if not waiting:
        paragraph("Nothing waits for you now.")
        return
    first = waiting[0]
    with row():
        link(f"Begin with what waits longest: {_called(first).lower()}", _PATHS[first.queue], kind="main")
    with cards():
        for each in waiting:
            link_card(f"{_called(each)}: {each.count:,}", _PATHS[each.queue], words=f"Since {moment(each.since)}")


def _called(waiting: Waiting) -> str:
    return sentence(f"queue.{waiting.queue}")
