"""Who lost every way in: the list for staff, the newest first."""

from typing import Annotated

from nicegui import ui

from components.breadcrumb import Crumb
from components.link import link
from components.prose import paragraph
from components.table import Cell, Column, Row, table
from components.tag import tag
from db.values.accounts import RecoveryState
from services import policy
from services.accounts.recovery import reading
from services.accounts.recovery.reading import Listed
from services.staff.queues.kinds import Queue
from services.staff.queues.waiting import ids_waiting
from services.words import moment, sentence
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.staff.queues.news import ListNews


@ui.page("/staff/recovery", reconnect_timeout=STAYS_SECONDS)
async def recovery_list_page(house: HouseDep, visit: Annotated[Visit, for_staff(policy.accounts.RECOVER)]) -> None:
    """What is asked, and how far each is."""
    async with house.transaction(visit.person) as session:
        found = await reading.requests(session, visit.person)
        waiting = await ids_waiting(session, visit.person, queue=Queue.RECOVERY)
    with page_frame("Help to get in", visit, way=[Crumb("Feedback", "/staff/feedback")]):
        ListNews(house, visit, Queue.RECOVERY, listed=waiting)
        paragraph("These people say that they lost every way in to their account.")
        columns = [Column(name) for name in ("Number", "Talks by", "Received", "State")]
        table("The newest first", columns, [_row(each) for each in found], empty="Nobody has asked for help.")


def _row(each: Listed) -> Row:
    state = sentence(f"recovery.state.{each.state}")
    return (
        Cell(each.reference, draw=lambda: link(each.reference, f"/staff/recovery/{each.id}")),
        sentence(f"talk.{each.talk}.by"),
        moment(each.received_at),
        Cell("", draw=lambda: tag(state, "warn" if each.state is RecoveryState.OPEN else "good")),
    )
