"""What people told us: the list for staff, the newest first."""

from functools import partial
from typing import Annotated, Literal
from urllib.parse import urlencode

from nicegui import ui

from components.layout import row
from components.link import link
from components.pagination import pagination
from components.prose import paragraph
from components.table import Cell, Column, Row, table
from components.tag import tag
from services import feedback, policy
from services.feedback import Listed
from services.staff.queues.kinds import Queue
from services.staff.queues.waiting import ids_waiting
from services.words import moment, sentence
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.staff.queues.news import ListNews

Shown = Literal["all", "open"]


@ui.page("/staff/feedback", reconnect_timeout=STAYS_SECONDS)
async def feedback_list_page(
    house: HouseDep, visit: Annotated[Visit, for_staff(policy.feedback.SEE)], page: int = 1, show: Shown = "all"
) -> None:
    """One page of the messages; what they say stands on the page of each."""
    async with house.transaction(visit.person) as session:
        found = await feedback.overview(session, visit.person, page=page, only_open=show == "open")
        answers = policy.feedback.ANSWER.allows(visit.person)
        waiting = await ids_waiting(session, visit.person, queue=Queue.FEEDBACK) if answers else frozenset()
    with page_frame("Feedback", visit):
        if answers:
            ListNews(house, visit, Queue.FEEDBACK, listed=waiting)
        paragraph(sentence("feedback.staff.open_one" if found.open == 1 else "feedback.staff.open", count=found.open))
        with row():
            _choice("All messages", "all", show)
            _choice("Only open messages", "open", show)
            link("Help to get in", "/staff/recovery", kind="quiet")
        columns = [Column(name) for name in ("Number", "About", "Talks by", "Received", "State")]
        caption = "Open messages, newest first" if show == "open" else "All messages, newest first"
        table(caption, columns, [_row(each) for each in found.listed], empty="There is no message here.")
        if found.last_page > 1:
            pagination("Pages of messages", page, found.last_page, to=partial(_address, show))


def _choice(label: str, choice: Shown, shown: Shown) -> None:
    if choice == shown:
        tag(f"Shown: {label.lower()}")
    else:
        link(label, _address(choice, 1), kind="quiet")


def _row(each: Listed) -> Row:
    about = sentence(f"feedback.about.{each.about}.short")
    return (
        Cell(each.reference, draw=lambda: link(each.reference, f"/staff/feedback/{each.id}")),
        f"{about}, with video" if each.has_video else about,
        sentence(f"talk.{each.talk}.by"),
        moment(each.received_at),
        Cell("", draw=lambda: tag("Done", "good") if each.is_done else tag("Open", "warn")),
    )


def _address(show: Shown, page: int) -> str:
    return f"/staff/feedback?{urlencode({'show': show, 'page': page})}"
