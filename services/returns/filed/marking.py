"""Marking an estimate as filed: answers, every line and the edition of the law are kept as they are on that day."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from db.tables.returns import FiledReturn, TaxReturn
from db.types import new_id
from services import audit
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.returns import store
from services.returns.answers import Answers
from services.returns.answers.turning import turned
from services.returns.estimate import Estimate, estimate_of
from services.sealing import open_sealed, seal
from services.seen import in_one_line
from services.tax import Money, edition_of
from services.visitor import Person

LONGEST_REASON = 1000


@dataclass(frozen=True, slots=True)
class Filed:
    """One snapshot. `lines` are cents by the id of the line, `outcome` is a refund above zero.

    `reason` is why the return was amended; empty for the one that was filed first.
    """

    id: UUID
    filed_on: date
    marked_at: datetime
    revision: int
    law: str
    outcome: Money
    lines: dict[str, Money]
    reason: str
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class History:
    """The estimate as it is now, and all that was filed of it, the first one first."""

    estimate: Estimate
    filed: tuple[Filed, ...]

    @property
    def changes(self) -> tuple[Money, ...]:
        """What each of them brought beyond the one before, the first one beyond nothing; below zero it cost that."""
        outcomes = [each.outcome for each in self.filed]
        return tuple(now - before for before, now in pairwise([0, *outcomes]))

    @property
    def is_changed(self) -> bool:
        """Whether something else comes out now than what was filed last, on the lines that we knew then."""
        if not self.filed or self.estimate.result is None:
            return False
        now = amounts_of(self.estimate)
        return any(now.get(line, 0) != amount for line, amount in self.filed[-1].lines.items())


async def history(session: DbSession, person: Person, *, tax_year: int, return_id: UUID | None = None) -> History:
    """What this person filed for the year. NotFound where they have no return of it, or not the one asked for."""
    own = await store.one_of_year(session, person, tax_year=tax_year, return_id=return_id)
    estimate = estimate_of(session, own, store.answers_in(session, own))
    return History(estimate, await snapshots_of(session, estimate.return_id, as_spouse=estimate.as_spouse))


async def mark(session: DbSession, person: Person, *, return_id: UUID, filed_on: date | None, reason: str) -> None:
    """Keep the return as it is now, as filed on this day. Each one after the first is an amended return.

    Invalid('filed_on') for a day that can't be, or without a result; Invalid('reason') for an amended one without.
    """
    own = await store.one_of(session, person, return_id, locked=True)
    if own is None:
        raise NotFound
    estimate = estimate_of(session, own, store.answers_in(session, own))
    earlier = await snapshots_of(session, estimate.return_id, as_spouse=estimate.as_spouse)
    day = _checked(estimate, filed_on, earlier, today=session.house.clock.now().date())
    said = in_one_line(reason)
    if earlier and not said:
        raise Invalid("reason", "filed.no_reason")
    if len(said) > LONGEST_REASON:
        raise Invalid("reason", "filed.long_reason")
    answers = turned(estimate.answers) if own.as_spouse else estimate.answers
    kept = {
        "answers": answers.model_dump(mode="json", exclude_none=True),
        "lines": amounts_of(estimate),
        "outcome": estimate.result.outcome if estimate.result else 0,
        "reason": said if earlier else "",
    }
    _add(session, own.row, person, day, kept)
    audit.record(session, person, "estimate.filed", subject_table="tax_return", subject_id=return_id)
    await session.flush()


async def copy_all(session: DbSession, person: Person, *, of: UUID, to: UUID) -> None:
    """Give another return of this person the same snapshots, as when they leave a joint one."""
    query = select(FiledReturn).where(FiledReturn.return_id == of).order_by(col(FiledReturn.id))
    for row in list(await session.exec(query)):
        sealed_again = new_id()
        session.add(
            FiledReturn(
                id=sealed_again,
                return_id=to,
                account_id=person.person_id,
                revision=row.revision,
                law=row.law,
                filed_on=row.filed_on,
                marked_at=row.marked_at,
                snapshot_sealed=_sealed(session, _opened(session, row), sealed_again),
            )
        )
    await session.flush()


def amounts_of(estimate: Estimate) -> dict[str, Money]:
    """Cents of every line of a computed return, by its id; none without a result."""
    return estimate.result.amounts if estimate.result else {}


async def snapshots_of(session: DbSession, return_id: UUID, *, as_spouse: bool) -> tuple[Filed, ...]:
    """All that was filed of a return, the first one first, in the words of the taxpayer or of the spouse."""
    query = select(FiledReturn).where(FiledReturn.return_id == return_id)
    rows = await session.exec(query.order_by(col(FiledReturn.marked_at), col(FiledReturn.id)))
    return tuple(_as_filed(row, json.loads(_opened(session, row)), as_spouse=as_spouse) for row in rows)


def _as_filed(row: FiledReturn, kept: dict[str, Any], *, as_spouse: bool) -> Filed:
    answers = kept["answers"]
    if as_spouse:
        answers = turned(Answers.model_validate(answers)).model_dump(mode="json", exclude_none=True)
    return Filed(
        row.id,
        row.filed_on,
        row.marked_at,
        row.revision,
        row.law,
        kept["outcome"],
        kept["lines"],
        kept["reason"],
        answers,
    )


def _checked(estimate: Estimate, filed_on: date | None, earlier: tuple[Filed, ...], *, today: date) -> date:
    if estimate.result is None:
        raise Invalid("filed_on", "filed.no_result")
    if filed_on is None or not estimate.tax_year < filed_on.year or filed_on > today:
        raise Invalid("filed_on", "filed.no_such_day")
    if earlier and filed_on < earlier[-1].filed_on:
        raise Invalid("filed_on", "filed.before_the_last")
    return filed_on


def _add(session: DbSession, row: TaxReturn, person: Person, day: date, kept: dict[str, Any]) -> None:
    filed_id = new_id()
    session.add(
        FiledReturn(
            id=filed_id,
            return_id=row.id,
            account_id=person.person_id,
            revision=row.revision,
            law=edition_of(row.tax_year),
            filed_on=day,
            marked_at=session.house.clock.now(),
            snapshot_sealed=_sealed(session, json.dumps(kept), filed_id),
        )
    )


def _sealed(session: DbSession, text: str, row_id: UUID) -> bytes:
    return seal(session.house.keyring, text, table="filed_return", column="snapshot_sealed", row_id=row_id)


def _opened(session: DbSession, row: FiledReturn) -> str:
    place = {"table": "filed_return", "column": "snapshot_sealed"}
    return open_sealed(session.house.keyring, row.snapshot_sealed, row_id=row.id, **place).decode()
