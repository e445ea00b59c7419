"""Who "you" is on the pages of a return that two people hold, and what the other one is called."""

from uuid import UUID

from sqlalchemy import text

from services.accounts import enrolment
from services.house import DbSession
from services.intake.who import profile
from services.returns.joint.rows import is_shared
from services.visitor import Person, Visitor
from services.words import sentence

_FELLOW = text("select account_id, name_sealed from app_name_of_fellow(:return_id)")


async def own_name(session: DbSession, visitor: Visitor, return_id: UUID) -> str:
    """The name that a member told us, or their address; empty where nobody else holds the return with them."""
    if not isinstance(visitor, Person) or not await is_shared(session, return_id):
        return ""
    told = await profile.own(session, visitor)
    return told.name or (await enrolment.own_account(session, visitor)).address


async def fellow_names(session: DbSession, return_id: UUID) -> dict[UUID, str]:
    """What the other one of a return of two people is called, by their account; empty where nobody else holds it.

    It is the name that they told us. Their address is not shown: the letter had it only if they were invited.
    """
    found = await (await session.connection()).execute(_FELLOW, {"return_id": return_id})
    return {
        row.account_id: profile.opened(session, row.name_sealed, account_id=row.account_id) or sentence("joint.fellow")
        for row in found
    }


async def fellow_name(session: DbSession, return_id: UUID) -> str:
    """What the other one is called; empty where nobody else holds the return."""
    return next(iter((await fellow_names(session, return_id)).values()), "")
