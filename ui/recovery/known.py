"""What we know of the account that somebody asks for, while there is something to compare."""

import asyncio
from collections.abc import Callable
from uuid import UUID

from nicegui import Client

from components.description_list import Entry, description_list
from components.layout import column
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph
from db.values.accounts import RecoveryState
from services.accounts.recovery import reading
from services.accounts.recovery.facts import Facts
from services.accounts.recovery.reading import Listed
from services.accounts.recovery.waiting import news_of
from services.house import House
from services.words import day_of, moment, sentence
from ui.guards import Visit
from ui.listening import listens


class Known:
    """The facts of a request that is open. Once it is decided they go, also from a page that stays open."""

    def __init__(self, facts: Facts | None, *, is_open: bool) -> None:
        self._place = column()
        with self._place:
            if is_open:
                _listed(facts)
            else:
                _over()

    def follow(self, house: House, visit: Visit, request_id: UUID, *, decided: Callable[[Listed | None], None]) -> None:
        """Take the facts away when it is decided, as long as this page lives; `decided` is handed what holds then."""

        async def hear(news: asyncio.Queue[bytes], _: Client) -> None:
            while (now := await _listed_now(house, visit, request_id)) and now.state is RecoveryState.OPEN:
                await news.get()  # asked also before it: the page was drawn a moment ago
            decided(now)
            self._place.clear()
            with self._place:
                _over()
            announce(sentence("recovery.facts_over"))

        listens(house, news_of(request_id), hear)


async def _listed_now(house: House, visit: Visit, request_id: UUID) -> Listed | None:
    async with house.transaction(visit.person) as session:
        return await reading.now_listed(session, request_id)


def _over() -> None:
    paragraph(sentence("recovery.facts_over"))


def _listed(facts: Facts | None) -> None:
    if facts is None:
        paragraph("No account has the address that was given. Do not tell the person so.")
        return
    if facts.is_demo:
        paragraph("This is a demo account. It belongs to nobody, so it can’t be given back.")
    if facts.leaves:
        with notice("warn"):
            paragraph(facts.leaves.told("recovery.facts_leave"))
    none = "None"
    description_list(
        [
            Entry("Made on", day_of(facts.made_at)),
            Entry("Last used", moment(facts.last_seen_at) if facts.last_seen_at else "Not known any more"),
            Entry("Devices of the last month", ", ".join(facts.devices) or none),
            Entry("Estimates for the years", ", ".join(map(str, facts.estimates)) or none),
            Entry("Password", "Set" if facts.has_password else none),
            Entry("Passkeys", str(facts.passkeys) if facts.passkeys else none),
            Entry(
                "App with codes",
                f"Since {day_of(facts.second_step_since)}" if facts.second_step_since else none,
            ),
            Entry("Organizations", ", ".join(facts.organisations) or none),
        ]
    )
