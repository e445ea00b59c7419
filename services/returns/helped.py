"""Returns of customers who trust the person that asks: reached by what they were trusted with, never by membership."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, text
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from db.tables.returns import ReturnMember, TaxReturn
from db.tables.trust import TrustedAccess
from db.values.trust import Right
from services.errors import HouseError, NotAllowed, NotFound
from services.house import DbSession
from services.returns import looks
from services.trust import rows
from services.trust.helping import Helping, helping, note_use
from services.visitor import Person, Visitor

_Found = Select[TaxReturn, TrustedAccess]
_WAS_TRUSTED = text("select app_was_trusted_with_return(:return_id)")


@dataclass(frozen=True, slots=True)
class HelpedYear:
    """An estimate of a customer, for the list of who may open it."""

    return_id: UUID
    tax_year: int


async def years(session: DbSession, person: Person, customer: Helping) -> list[HelpedYear]:
    """The estimates of a customer that this person may open, by year."""
    query = _of_customers(session, person, Right.SEE_ESTIMATES).where(TrustedAccess.id == customer.access_id)
    found = await session.exec(query.order_by(col(TaxReturn.tax_year), col(TaxReturn.created_at)))
    return [HelpedYear(row.id, row.tax_year) for row, _ in found]


async def to_see(
    session: DbSession, visitor: Visitor, return_id: UUID | None, *, act: str
) -> tuple[TaxReturn, Helping]:
    """A customer's return for whoever may see it; NotFound for all others. The look is recorded as this act."""
    if return_id is None or not isinstance(visitor, Person):
        raise NotFound
    found = (await session.exec(_one(session, visitor, return_id, Right.SEE_ESTIMATES))).first()
    if found is None:
        raise NotFound
    return found[0], await _noted(session, visitor, *found, act=act)


async def to_change(session: DbSession, visitor: Visitor, return_id: UUID) -> TaxReturn:
    """A customer's return, locked, for whoever may change it. The change is recorded.

    NotAllowed for who may only look, and for who could once; NotFound for all others.
    """
    if not isinstance(visitor, Person):
        raise NotFound
    query = _one(session, visitor, return_id, Right.CHANGE_ESTIMATES).with_for_update(of=TaxReturn)
    found = (await session.exec(query)).first()
    if found is None:
        raise await _why_not(session, visitor, return_id)
    await _noted(session, visitor, *found, act="estimate.changed")
    return found[0]


async def _why_not(session: DbSession, person: Person, return_id: UUID) -> HouseError:
    if (await session.exec(_one(session, person, return_id, Right.SEE_ESTIMATES))).first() is not None:
        return NotAllowed("trust.read_only")
    was_trusted = await (await session.connection()).execute(_WAS_TRUSTED, {"return_id": return_id})
    return NotAllowed("trust.no_more") if was_trusted.scalar() else NotFound()


async def _noted(session: DbSession, person: Person, row: TaxReturn, given: TrustedAccess, *, act: str) -> Helping:
    customer = helping(session, given)
    await note_use(session, customer)
    await looks.write_down(session, person, act, return_id=row.id, customer_id=customer.customer_id, reason="trusted")
    return customer


def _one(session: DbSession, person: Person, return_id: UUID, right: Right) -> _Found:
    """Of a joint return, the trust that gives less, and ends first, is the one that counts."""
    may_change = col(TrustedAccess.rights).contains([Right.CHANGE_ESTIMATES])
    query = _of_customers(session, person, right).where(TaxReturn.id == return_id)
    return query.order_by(may_change, col(TrustedAccess.expires_at))


def _of_customers(session: DbSession, person: Person, right: Right) -> _Found:
    """What was given is in the query, as membership is in that of an owner; row-level security asks once more."""
    return (
        select(TaxReturn, TrustedAccess)
        .join(ReturnMember, col(ReturnMember.return_id) == TaxReturn.id)
        .join(TrustedAccess, col(TrustedAccess.account_id) == ReturnMember.account_id)
        .where(
            TrustedAccess.trusted_id == person.person_id,
            col(TrustedAccess.rights).contains([right]),
            *rows.open_at(session.house.clock.now()),
            col(TaxReturn.removed_at).is_(None),
            func.app_is_trusted_with_return(TaxReturn.id, right),  # a joint return opens by the trust of all in it
        )
    )
