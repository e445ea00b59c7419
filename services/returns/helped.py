"""Returns of customers who trust the person that asks: reached by what they were trusted with, never by membership."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, text
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from db.tables.customers.trust import TrustedAccess
from db.tables.returns import ReturnMember, TaxReturn
from db.values.trust import Right
from services.errors import HouseError, NotAllowed, NotFound
from services.house import DbSession
from services.returns import looks
from services.trust import rows
from services.trust.helping import Helping, helping, note_use
from services.visitor import Person, Visitor

_Found = Select[TaxReturn, TrustedAccess, bool]
_WAS_TRUSTED = text("select app_was_trusted_with_return(:return_id)")


@dataclass(frozen=True, slots=True)
class HelpedYear:
    """An estimate of a customer, for the list of who may open it."""

    return_id: UUID
    tax_year: int


@dataclass(frozen=True, slots=True)
class Helped:
    """A return of a customer, whom the visitor helps with it, and in whose words it is read.

    Of a return of two people, `you` is the name of the one whom its questions call "you".
    """

    row: TaxReturn
    customer: Helping
    as_spouse: bool
    you: str


async def years(session: DbSession, person: Person, customer: Helping) -> list[HelpedYear]:
    """The estimates of a customer that this person may open, by year."""
    query = _of_customers(session, person, Right.SEE_ESTIMATES).where(TrustedAccess.id == customer.access_id)
    found = await session.exec(query.order_by(col(TaxReturn.tax_year), col(TaxReturn.created_at)))
    return [HelpedYear(row.id, row.tax_year) for row, *_ in found]


async def to_see(session: DbSession, visitor: Visitor, return_id: UUID | None) -> Helped:
    """A customer's return for whoever may see it; NotFound for all others. The caller notes what is done with it."""
    if return_id is None or not isinstance(visitor, Person):
        raise NotFound
    found = await session.exec(_one(session, visitor, return_id, Right.SEE_ESTIMATES))
    helped = _helped(session, list(found))
    if helped is None:
        raise NotFound
    return helped


async def to_change(session: DbSession, visitor: Visitor, return_id: UUID) -> Helped:
    """A customer's return, locked, for whoever may change it. The change is recorded.

    NotAllowed for who may only look, and for who could once; NotFound for all others.
    """
    if not isinstance(visitor, Person):
        raise NotFound
    query = _one(session, visitor, return_id, Right.CHANGE_ESTIMATES).with_for_update(of=TaxReturn)
    helped = _helped(session, list(await session.exec(query)))
    if helped is None:
        raise await _why_not(session, visitor, return_id)
    await note(session, visitor, helped, act="estimate.changed")
    return helped


async def _why_not(session: DbSession, person: Person, return_id: UUID) -> HouseError:
    if (await session.exec(_one(session, person, return_id, Right.SEE_ESTIMATES))).first() is not None:
        return NotAllowed("trust.read_only")
    was_trusted = await (await session.connection()).execute(_WAS_TRUSTED, {"return_id": return_id})
    return NotAllowed("trust.no_more") if was_trusted.scalar() else NotFound()


async def note(session: DbSession, person: Person, helped: Helped, *, act: str) -> None:
    """Record what a trusted person did with this return, for the customer to read."""
    await note_use(session, helped.customer)
    of = {"return_id": helped.row.id, "customer_id": helped.customer.customer_id}
    await looks.write_down(session, person, act, reason="trusted", **of)


def _helped(session: DbSession, found: Sequence[tuple[TaxReturn, TrustedAccess, bool]]) -> Helped | None:
    """Of two people both trust who asks. Theirs is read as the taxpayer says it, as long as it is open on a page."""
    if not found:
        return None
    row, given, _ = found[0]
    _, of_you, as_spouse = min(found, key=lambda each: each[2])
    are_two = len({each.account_id for _, each, _ in found}) > 1
    you = helping(session, of_you).name if are_two else ""
    return Helped(row, helping(session, given), as_spouse, you)


def _one(session: DbSession, person: Person, return_id: UUID, right: Right) -> _Found:
    """Of a joint return, the trust that gives less, and ends first, is the one that counts."""
    may_change = col(TrustedAccess.rights).contains([Right.CHANGE_ESTIMATES])
    query = _of_customers(session, person, right).where(TaxReturn.id == return_id)
    return query.order_by(may_change, col(TrustedAccess.expires_at))


def _of_customers(session: DbSession, person: Person, right: Right) -> _Found:
    """What was given is in the query, as membership is in that of an owner; row-level security asks once more."""
    return (
        select(TaxReturn, TrustedAccess, ReturnMember.is_spouse)
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
