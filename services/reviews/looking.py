"""Which line of the return each side has open while both look at a review. Open pages tell it; nothing is kept."""

import json
from dataclasses import asdict, dataclass
from uuid import UUID

from services import policy
from services.house import DbSession
from services.reviews import rows
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Glance:
    """What one open page (its `seat`) tells the others: the id of the line that it has open, or nothing.

    `asks` is what a page tells that has just come: the others answer with theirs. Not `is_here` is the last of a page.
    """

    seat: str
    by_preparer: bool
    line: str = ""
    asks: bool = False
    is_here: bool = True

    def as_message(self) -> bytes:
        """For `house.shared`."""
        return json.dumps(asdict(self)).encode()


def glance_in(message: bytes) -> Glance:
    """The glance that another page told."""
    return Glance(**json.loads(message))


def channel_of(review_id: UUID) -> str:
    """The channel in `house.shared` on which open pages of a review tell each other where they are."""
    return f"looking at review {review_id}"


async def point_as_member(session: DbSession, person: Person, glance: Glance, *, review_id: UUID) -> Glance:
    """Tell the preparer which line one has open. NotFound unless one is in this review, and it is open."""
    policy.reviews.ASK.require(person)
    await rows.own(session, person, review_id)
    return _told(session, review_id, glance)


async def point_as_preparer(session: DbSession, person: Person, glance: Glance, *, review_id: UUID) -> Glance:
    """Tell the customer which line one has open. NotFound unless one holds this review."""
    policy.reviews.PREPARE.require(person)
    await rows.prepared(session, person, review_id)
    return _told(session, review_id, glance)


def _told(session: DbSession, review_id: UUID, glance: Glance) -> Glance:
    session.tell(channel_of(review_id), glance.as_message())
    return glance
