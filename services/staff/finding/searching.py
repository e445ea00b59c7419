"""One page of customers at a time, with how many there are. Each search is written down, without its words.

Who was shown is written down too, for each of them to read.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, tuple_

from db.values.people import CommunicationPreference, Role
from services import audit, policy
from services.accounts import addresses
from services.house import DbSession
from services.staff import names
from services.staff.customers import Reach, reach_now
from services.staff.finding.rows import FOUND, name_in, those
from services.staff.finding.wanted import NO_WORDS, Order, Progress, Wanted, Words
from services.visitor import Person

ON_A_PAGE = 25
Place = tuple[datetime, UUID]
"""The last customer of a page: the next page begins after them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A customer as far as the asker may know them: what they may not know is empty, or None.

    `is_reached` is whether their page may be opened; `roles` are as what one is there for them, `until` is the end of
    an hour in an emergency. `filed` are the days on which they said that they filed the return, and amended it last.
    """

    id: UUID
    reference: str
    told_name: str
    address: str
    talk: CommunicationPreference
    residence: str
    progress: Progress | None
    joined_at: datetime
    is_reached: bool
    roles: tuple[Role, ...] = ()
    until: datetime | None = None
    filed: tuple[date, ...] = ()

    @property
    def name(self) -> str:
        """What they are called on pages of staff."""
        return self.told_name or self.known_by

    @property
    def known_by(self) -> str:
        """What tells them from others of the same name."""
        return self.address or f"Customer {self.reference}"


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Some of them in their order, how many there are in all, and where the next page begins, if there is one.

    `year` is the tax year of their returns. `reach` is whom one sees by an assignment or in an emergency.
    """

    listed: tuple[Found, ...]
    count: int
    year: int
    next: Place | None
    reach: Reach


async def search(
    session: DbSession, person: Person, wanted: Wanted, words: Words = NO_WORDS, *, after: Place | None = None
) -> FoundPage:
    """The customers that are wanted, as far as this person may see them. Invalid for words that can't be used."""
    policy.customers.LIST.require(person)
    if words.name.strip():
        policy.customers.SEARCH_BY_NAME.require(person)
    if words.address.strip():
        policy.customers.SEARCH_BY_ADDRESS.require(person)
    query = await those(session, wanted, words)
    connection = await session.connection()
    count = (await connection.execute(select(func.count()).select_from(query.subquery()))).scalar_one()
    rows = (await connection.execute(in_order(query, wanted.order, after).limit(ON_A_PAGE + 1))).all()
    reach = await reach_now(session, person)
    listed = tuple(found(session, row, reach) for row in rows[:ON_A_PAGE])
    searched = ", ".join([*words.kinds(), *(f"{name}={value}" for name, value in wanted.told().items())])
    act = "customer.search" if searched else "customer.list"
    audit.record(session, person, act, subject_table="account", reason=searched or None)
    audit.record_each(session, person, "customer.listed", about=(each.id for each in listed))
    return FoundPage(listed, count, wanted.year, _end_of(listed) if len(rows) > ON_A_PAGE else None, reach)


def in_order(query: Any, order: Order, after: Place | None) -> Any:
    """By the day of joining, from a place on."""
    place = tuple_(FOUND.c.joined_at, FOUND.c.id)
    if order is Order.OLDEST:
        query = query.where(place > after) if after else query
        return query.order_by(FOUND.c.joined_at, FOUND.c.id)
    query = query.where(place < after) if after else query
    return query.order_by(FOUND.c.joined_at.desc(), FOUND.c.id.desc())


def found(session: DbSession, row: Any, reach: Reach = frozenset()) -> Found:
    """A row, opened."""
    roles, until = next(((roles, until) for each, roles, until in reach if each == row.id), ((), None))
    name, address = name_in(session, row), ""
    if row.email_sealed:
        address = addresses.opened(session.house, row.email_sealed, account_id=row.id)
    return Found(
        id=row.id,
        reference=names.reference_of(row.id),
        told_name=name,
        address=address,
        talk=CommunicationPreference(row.talk),
        residence=row.residence or "",
        progress=_progress(row) if row.sees_returns else None,
        filed=tuple(filter(None, (row.filed_on, row.amended_on))) if row.sees_returns else (),
        joined_at=row.joined_at,
        is_reached=row.is_reached,
        roles=roles,
        until=until,
    )


def _progress(row: Any) -> Progress:
    if row.waits:
        return Progress.WAITING
    if row.filed_on:
        return Progress.FILED
    if row.finished_at:
        return Progress.FINISHED
    return Progress.BEGUN if row.begun_at else Progress.NOT_BEGUN


def _end_of(listed: tuple[Found, ...]) -> Place:
    return listed[-1].joined_at, listed[-1].id
