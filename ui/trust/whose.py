"""Whose data a page shows when it is not the visitor's own: said on it, until when; the page goes when that ends."""

import asyncio
from contextlib import suppress
from datetime import datetime

from nicegui import background_tasks, ui
from nicegui.element import Element

from components.connection_notice import leaving
from components.layout import column, reading_only
from components.link import link
from components.notice import notice
from components.prose import paragraph, strong
from services.house import House
from services.returns.estimate import Estimate
from services.trust import helping
from services.trust.ending import news_of
from services.trust.helping import Helping
from services.words import moment, sentence
from ui.guards import Visit
from ui.memory.gone_pages import end_with_its_page
from ui.sessions.leaving import close_page

_SHORTEST_WAIT = 0.1  # seconds, for a clock that is asked just before the end


def whose_data(house: House, visit: Visit, customer: Helping | None) -> None:
    """Say for whom the visitor is here and until when; nothing on a page of their own."""
    if customer is None:
        return
    with notice():
        with paragraph():
            strong(sentence("trust.helping.you_help", name=customer.name, until=moment(customer.until)))
        if not customer.may_change:
            paragraph(sentence("trust.helping.read_only"))
        link(sentence("trust.helping.title"), "/account/trusting")
    leave_with_the_trust(house, visit, customer)


def whose_documents(house: House, visit: Visit, customer: Helping) -> None:
    """The same on a page with documents of a customer."""
    with notice():
        with paragraph():
            strong(sentence("trust.helping.you_help", name=customer.name, until=moment(customer.until)))
        paragraph(sentence("trust.helping.only_shown", name=customer.name))
        link(sentence("trust.helping.title"), "/account/trusting")
    leave_with_the_trust(house, visit, customer)


def questions_for(estimate: Estimate) -> Element:
    """The column of the questions: open to who may change the answers, closed to who may only look."""
    return column() if estimate.may_change else reading_only()


def leave_with_the_trust(house: House, visit: Visit, customer: Helping) -> None:
    """Close the page that is being drawn as soon as the access is ended, over, or for something else."""
    client = ui.context.client

    async def attend() -> None:
        why = await _end_of(house, visit, customer)
        parting = leaving(sentence(f"trust.helping.{why}"), to=f"/account/trusting?done={why}", forgets_drafts=True)
        background_tasks.create(close_page(client, parting))  # closing the page ends this task

    task = background_tasks.create(attend(), name=f"leaving with {news_of(customer.access_id)}")
    end_with_its_page(task, client)


async def _end_of(house: House, visit: Visit, customer: Helping) -> str:
    """Wait until the visitor may not see this any more, or may do something else: which of both."""
    with house.shared.listening(news_of(customer.access_id)) as news:
        while await _is_open(house, visit, customer):
            with suppress(TimeoutError):
                return (await asyncio.wait_for(news.get(), _seconds_until(customer.until, house))).decode()
    return "ended"


async def _is_open(house: House, visit: Visit, customer: Helping) -> bool:
    async with house.transaction(visit.person) as session:
        return await helping.still_open(session, visit.person, customer.access_id)


def _seconds_until(end: datetime, house: House) -> float:
    return max(_SHORTEST_WAIT, (end - house.clock.now()).total_seconds())
