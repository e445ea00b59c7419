"""What waits for a tax preparer: by how people talk, the longest wait first, and without who they are."""

from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, Literal
from urllib.parse import urlencode
from uuid import UUID

from nicegui import ui

from components.button import button
from components.field.held import held
from components.layout import row, section
from components.link import link
from components.notice import notice
from components.pagination import pagination
from components.prose import paragraph
from components.table import Cell, Column, Row, table
from components.tag import tag
from components.text_field import text_field
from db.values.people import CommunicationPreference
from services import policy
from services.house import House
from services.reviews import queueing
from services.reviews.queueing import Held, Queue, Waiting
from services.staff import names
from services.staff.queues.kinds import Queue as Waits
from services.staff.queues.waiting import ids_waiting
from services.words import moment, sentence
from ui.guards import HouseDep, Visit, for_staff
from ui.mistakes import PressedForm
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.reviews import acts
from ui.staff.queues.news import ListNews

REVIEWS = "/staff/reviews"
Over = Literal["", "true", "approved", "closed", "handed_back"]
_OVER = {
    "true": "review.queue.over",
    "approved": "review.queue.approved",
    "closed": "review.queue.closed",
    "handed_back": "review.queue.handed_back",
}
"""What is said to who had a review until now: how they ended it, or that it ended without them."""


@ui.page("/staff/reviews", reconnect_timeout=STAYS_SECONDS)
async def queue_page(
    house: HouseDep,
    visit: Annotated[Visit, for_staff(policy.reviews.PREPARE)],
    *,
    talk: CommunicationPreference | None = None,
    page: int = 1,
    over: Over = "",
) -> None:
    """Opening this page is written down."""
    async with house.transaction(visit.person) as session:
        found = await queueing.queue(session, visit.person, talk=talk, page=page)
        waiting = await ids_waiting(session, visit.person, queue=Waits.REVIEWS)
        has_name = bool(await names.known_names(session, [visit.person.person_id]))
    with page_frame(sentence("review.queue.title"), visit):
        if over:
            with notice("info" if over == "true" else "good"):
                paragraph(sentence(_OVER[over]))
        ListNews(house, visit, Waits.REVIEWS, listed=waiting)
        if not has_name:
            _ask_name(house, visit)
        _mine(found)
        _waiting(house, visit, found, talk)


def _ask_name(house: House, visit: Visit) -> None:
    with section(sentence("review.name.title")):
        paragraph(sentence("review.name.about"))
        form = PressedForm()
        name = form.asks("name", text_field(sentence("review.name.label"), required=True, on_commit=held))
        choose = acts.choose_name.by(house, visit, then=lambda _: ui.navigate.to(REVIEWS))

        async def pressed() -> str | None:
            return form.pressed(await choose(name.typed[0]))

        form.sent_by(button(sentence("review.name.button"), on_press=pressed))


def _mine(found: Queue) -> None:
    with section(sentence("review.queue.mine")):
        columns = [Column(sentence(f"review.queue.{name}")) for name in ("review", "year", "state", "since")]
        rows = [_held_row(each) for each in found.held]
        table(sentence("review.queue.mine"), columns, rows, empty=sentence("review.queue.no_own"), hidden_caption=True)


def _waiting(house: House, visit: Visit, found: Queue, talk: CommunicationPreference | None) -> None:
    with section(sentence("review.queue.waiting")):
        if found.count:
            code = "review.queue.count_one" if found.count == 1 else "review.queue.count"
            paragraph(sentence(code, count=found.count))
        with row():
            for way in (None, *CommunicationPreference):
                _filter(way, talk)
        heads = ("review", "year", "talk", "interpreter", "waits", "take")
        columns = [Column(sentence(f"review.queue.{name}")) for name in heads]
        now = house.clock.now()
        rows = [_row(house, visit, each, now) for each in found.waiting]
        table(sentence("review.queue.caption"), columns, rows, empty=sentence("review.queue.empty"))
        if found.last_page > 1:
            pagination(sentence("review.queue.pages"), found.page, found.last_page, to=partial(_address, talk))


def _filter(way: CommunicationPreference | None, shown: CommunicationPreference | None) -> None:
    label = sentence(f"talk.{way}.label") if way else sentence("review.queue.all")
    if way == shown:
        tag(sentence("review.queue.shown", what=label))
    else:
        link(label, _address(way, 1), kind="quiet")


def _address(talk: CommunicationPreference | None, page: int) -> str:
    asked = {"talk": talk.value} if talk else {}
    return f"{REVIEWS}?{urlencode({**asked, 'page': page})}"


def _row(house: House, visit: Visit, each: Waiting, now: datetime) -> Row:
    reference = names.reference_of(each.id)
    taken = acts.take.by(house, visit, then=_open, review_id=each.id)
    return (
        reference,
        str(each.tax_year),
        sentence(f"talk.{each.talk}.by"),
        sentence(f"intake.interpreter.{each.interpreter}.state" if each.interpreter else "review.queue.no_interpreter"),
        sentence("review.queue.wait", wait=_wait(now - each.since), since=moment(each.since)),
        Cell(
            "", draw=lambda: button(sentence("review.queue.take_one", number=reference), kind="quiet", on_press=taken)
        ),
    )


def _open(review_id: UUID) -> None:
    ui.navigate.to(f"{REVIEWS}/{review_id}")


def _wait(waits: timedelta) -> str:
    hours = int(waits / timedelta(hours=1))
    if not hours:
        return sentence("review.queue.under_an_hour")
    return (
        sentence("review.queue.hours", count=hours)
        if waits.days <= 1
        else sentence("review.queue.days", count=waits.days)
    )


def _held_row(each: Held) -> Row:
    reference = names.reference_of(each.id)
    return (
        Cell(reference, draw=lambda: link(reference, f"{REVIEWS}/{each.id}")),
        str(each.tax_year),
        sentence(f"review.state.{each.state}"),
        moment(each.since),
    )
