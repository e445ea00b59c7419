"""Guests with an estimate that has a result, made through the services beside a house that runs."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.house import House, furnished
from services.returns import answering, opening
from services.settings import load_settings
from services.starting.opening import visit_database
from services.visitor import Guest
from ui.cookies import SESSION

_YEAR = 2025
_ANSWERS = {
    "filing_status": "single",
    "taxpayer.date_of_birth": date(1988, 4, 2),
    "taxpayer.wages": Decimal(31_200),
    "payments.federal_income_tax_withheld": Decimal(2_184),
}


@dataclass(frozen=True, slots=True)
class AtHome:
    """A guest, their return, and the cookie that their browser has."""

    guest: Guest
    return_id: UUID
    cookie: str


@asynccontextmanager
async def beside_the_house() -> AsyncIterator[House]:
    """The services on the database that DATA_DIR names, whose server runs."""
    settings = load_settings(None)
    async with visit_database(settings) as engine:
        yield furnished(settings, engine)


async def guests(house: House, count: int) -> list[AtHome]:
    """So many guests."""
    return [await _guest(house) for _ in range(count)]


async def changes(house: House, people: Sequence[AtHome]) -> int:
    """How many changes of their returns were kept, all together."""
    kept = 0
    for one in people:
        async with house.transaction(one.guest) as session:
            kept += (await opening.estimate_for(session, one.guest, tax_year=_YEAR)).revision
    return kept


async def _guest(house: House) -> AtHome:
    async with house.transaction(DOOR) as session:
        opened = await sessions.open_for_guest(session)
    async with house.transaction(opened.visitor) as session:
        return_id = await opening.begin(session, opened.visitor, tax_year=_YEAR)
        for path, value in _ANSWERS.items():
            await answering.save_answer(session, opened.visitor, value, return_id=return_id, path=path)
    return AtHome(opened.visitor, return_id, f"{SESSION}={opened.token}")
