"""An open page of staff ends with the right by which it was opened: a role, an assignment, an hour in an emergency."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

from nicegui import background_tasks, ui
from sqlalchemy.exc import SQLAlchemyError

from components.connection_notice import leaving
from services.house import House
from services.staff import customers
from services.staff.access import rights
from services.staff.customers import Reach
from services.words import sentence
from ui.guards import Visit
from ui.memory.gone_pages import end_with_its_page
from ui.sessions.leaving import close_page

MY_CUSTOMERS = "/staff/customers"
_LOOK_AGAIN_SECONDS = 60.0
"""For news that got lost, as while Redis is away."""
_SHORTEST_WAIT_SECONDS = 0.1  # for a clock that is asked just before the end


def leave_with_the_role(visit: Visit) -> None:
    """Close the page that is being drawn once the rule that let staff in does so no more. The frame calls it once."""
    rule = visit.let_in_by
    if rule is None:
        return
    house = _house()

    async def is_so() -> bool:
        return await rights.still_let_in(house, visit.person, rule)

    parting = leaving(sentence("staff.role_over"), forgets_drafts=True)
    _leave_unless(is_so, visit, lambda: parting)


def leave_with_the_customers(
    visit: Visit, shown: Reach, *, of_all: bool = False, to: Callable[[], str] = lambda: f"{MY_CUSTOMERS}?over=true"
) -> None:
    """Close the page once one may see any of these customers no more, or as something else, and go on `to` another.

    With `of_all` they are all that one may see: the page opens anew, also when there is one more.
    """
    house, ends = _house(), [until for _, _, until in shown if until]

    async def is_so() -> bool:
        async with house.transaction(visit.person) as session:
            now = await customers.reach_now(session, visit.person)
        return now == shown if of_all else shown <= now

    def parting() -> str:
        return leaving(sentence("staff.customers_changed"), to="" if of_all else to())

    _leave_unless(is_so, visit, parting, until=min(ends, default=None))


def _house() -> House:
    return ui.context.client.request.state.house  # type: ignore[no-any-return]  # put there by the lifespan in main.py


def _leave_unless(
    is_so: Callable[[], Awaitable[bool]], visit: Visit, parting: Callable[[], str], *, until: datetime | None = None
) -> None:
    client, house, channel = ui.context.client, _house(), rights.news_of(visit.person.person_id)

    async def attend() -> None:
        with house.shared.listening(channel) as news:
            while await _unless_away(is_so):
                with suppress(TimeoutError):
                    await asyncio.wait_for(news.get(), _patience(house, until))
        background_tasks.create(close_page(client, parting()))  # closing the page ends this task

    task = background_tasks.create(attend(), name=f"leaving with {channel}")
    end_with_its_page(task, client)


async def _unless_away(is_so: Callable[[], Awaitable[bool]]) -> bool:
    try:
        return await is_so()
    except SQLAlchemyError:  # the database is away; whoever acts or opens a page now is asked anyway
        return True


def _patience(house: House, until: datetime | None) -> float:
    left = (until - house.clock.now()).total_seconds() if until else _LOOK_AGAIN_SECONDS
    return min(max(_SHORTEST_WAIT_SECONDS, left), _LOOK_AGAIN_SECONDS)
