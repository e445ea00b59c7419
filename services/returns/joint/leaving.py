"""Leaving a joint return: at once, without asking the other person, and without a letter to them.

Both keep what was told and filed together until then: the return stays with the other person, and who leaves has a
copy of their own. From then on, neither sees what the other one changes.
"""

from uuid import UUID

from sqlmodel import col, delete

from db.tables.returns import ReturnMember
from services import audit
from services.errors import NotFound
from services.house import DbSession
from services.returns import store
from services.returns.filed import marking
from services.returns.joint import inviting, rows
from services.reviews import asking
from services.visitor import Person


async def leave(session: DbSession, person: Person, *, return_id: UUID) -> UUID:
    """Copy the answers into a return of the person alone, and end their membership: the id of the copy.

    A review that they asked for ends, for its preparer sees what is theirs alone, too. NotFound for a return of which
    nobody else is a member, and for a stranger's.
    """
    shared = await store.one_of(session, person, return_id, locked=True)
    if shared is None or not await rows.is_shared(session, return_id):
        raise NotFound
    await inviting.take_back(session, person, return_id=return_id)
    await asking.leave(session, person, return_id=return_id)
    tax_year = shared.row.tax_year
    copy = await store.create(session, person, tax_year=tax_year, as_spouse=shared.as_spouse)
    change = {"path": "joint_copy", "before": "", "after": str(tax_year)}
    await store.save(session, person, copy, store.answers_in(session, shared), change=change)
    await marking.copy_all(session, person, of=return_id, to=copy.row.id)
    mine = (col(ReturnMember.return_id) == return_id, col(ReturnMember.account_id) == person.person_id)
    await session.exec(delete(ReturnMember).where(*mine))
    audit.record(session, person, "joint.left", subject_table="tax_return", subject_id=return_id)
    await session.flush()
    return copy.row.id
