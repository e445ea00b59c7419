"""A change of the e-mail address that waits to be confirmed: what it is, its letter once more, and giving it up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, delete, select

from db.tables.people import AddressChange
from services import audit
from services.accounts.changes import address, wishes
from services.accounts.enrolment import DOOR
from services.errors import Conflict, NotFound
from services.house import DbSession, House
from services.visitor import Person

_A_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The address that somebody asked for, until when the link in the newest letter works, and when that was written.

    `again_from` is when the letter may come again; None when that may be now.
    """

    new: str
    until: datetime
    written_at: datetime
    again_from: datetime | None


async def waiting(session: DbSession, person: Person) -> Waiting | None:
    """What this person has asked for and not confirmed yet."""
    query = select(AddressChange).where(
        AddressChange.account_id == person.person_id,
        col(AddressChange.confirmed_at).is_(None),
        col(AddressChange.expires_at) > session.house.clock.now(),
    )
    change = (await session.exec(query)).first()
    if change is None:
        return None
    written_at = change.expires_at - wishes.CONFIRMED_WITHIN
    again_from = written_at + _A_MINUTE
    return Waiting(
        wishes.new_of(session.house, change),
        change.expires_at,
        written_at,
        again_from if again_from > session.house.clock.now() else None,
    )


async def send_again(house: House, person: Person) -> None:
    """Write the letter anew; the link of the one before is void.

    NotFound when nothing waits; Conflict within a minute of the last letter; Invalid('email') too often in a day.
    """
    async with house.transaction(person) as session:
        asked = await waiting(session, person)
    if asked is None:
        raise NotFound("address.none_waits")
    if asked.again_from:
        raise Conflict("address.just_sent")
    await address.ask(house, person, address=asked.new)


async def give_up(house: House, person: Person) -> None:
    """Leave the address as it is: the link of the letter is void. A change that was confirmed can still be undone.

    NotFound when nothing waits, as when it was confirmed a moment ago.
    """
    async with house.transaction(DOOR) as session:
        own = col(AddressChange.account_id) == person.person_id
        gone = delete(AddressChange).where(own, col(AddressChange.confirmed_at).is_(None))
        if not (await session.exec(gone.returning(col(AddressChange.id)))).first():
            raise NotFound("address.none_waits")
        audit.record(session, DOOR, "address.given_up", subject_table="account", subject_id=person.person_id)
