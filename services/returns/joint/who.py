"""Who "you" is on the pages of a return that two people hold."""

from uuid import UUID

from services.accounts import enrolment
from services.house import DbSession
from services.intake.who import profile
from services.returns.joint.rows import is_shared
from services.visitor import Person, Visitor


async def own_name(session: DbSession, visitor: Visitor, return_id: UUID) -> str:
    """The name that a member told us, or their address; empty where nobody else holds the return with them."""
    if not isinstance(visitor, Person) or not await is_shared(session, return_id):
        return ""
    told = await profile.own(session, visitor)
    return told.name or (await enrolment.own_account(session, visitor)).address
