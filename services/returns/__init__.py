"""Refund estimates: begun by anybody, saved answer by answer, computed by services.tax whenever they are looked at."""

from dataclasses import dataclass
from uuid import UUID

from db.tables.returns import TaxReturn
from services import tax
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.returns import consistency, store
from services.returns.answers import MOST_DEPENDENTS, Answers, Dependent, answer_at, put_answer
from services.returns.reckoning import as_return, missing_for_an_estimate
from services.visitor import Visitor

YEARS = tax.YEARS


@dataclass(frozen=True, slots=True)
class Estimate:
    """One return as a person sees it. `computed` is None while an answer that it can't do without is `missing`."""

    return_id: UUID
    tax_year: int
    revision: int
    answers: Answers
    missing: list[str]
    computed: tax.Computed | None
    others: tuple[UUID, ...] = ()

    @property
    def result(self) -> tax.Computed | None:
        """The computed return, if there are amounts in it: nothing is missing, and the engine can work it out."""
        return self.computed if self.computed and not self.computed.unsupported else None


async def begin(session: DbSession, visitor: Visitor, *, tax_year: int) -> UUID:
    """The visitor's estimate of this year: the one they have, or a new one. NotFound for a year without law."""
    if tax_year not in YEARS:
        raise NotFound
    await store.one_at_a_time(session, visitor, tax_year=tax_year)
    rows = await store.returns_of(session, visitor, tax_year=tax_year)
    return rows[0].id if rows else (await store.create(session, visitor, tax_year=tax_year)).id


async def estimate_for(
    session: DbSession, visitor: Visitor, *, tax_year: int, return_id: UUID | None = None
) -> Estimate:
    """The estimate of this year that was changed last, or the one asked for; NotFound when there is none."""
    if tax_year not in YEARS:
        raise NotFound
    rows = await store.returns_of(session, visitor, tax_year=tax_year)
    chosen = [row for row in rows if return_id in {None, row.id}]
    if not chosen:
        raise NotFound
    others = tuple(row.id for row in rows if row.id != chosen[0].id)
    return _estimate(chosen[0], store.answers_in(session, chosen[0]), others)


async def save_answer(session: DbSession, visitor: Visitor, value: object, *, return_id: UUID, path: str) -> Estimate:
    """Change one answer; Invalid(path) when the value can't be one, or does not fit the others."""
    row = await store.return_of(session, visitor, return_id, to_change=True)
    answers = store.answers_in(session, row)
    before = _as_text(answer_at(answers, path))
    put_answer(answers, path, value)
    consistency.check(answers, path, row.tax_year)
    change = {"path": path, "before": before, "after": _as_text(answer_at(answers, path))}
    return await _saved(session, visitor, row, answers, change)


async def add_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one dependent, about whom nothing is known yet."""
    row = await store.return_of(session, visitor, return_id, to_change=True)
    answers = store.answers_in(session, row)
    if len(answers.dependents) >= MOST_DEPENDENTS:
        raise Invalid("dependents", "dependents.too_many")
    answers.dependents.append(Dependent())
    change = {"path": "dependents", "before": "", "after": f"added {len(answers.dependents)}"}
    return await _saved(session, visitor, row, answers, change)


async def remove_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID, dependent_id: UUID) -> Estimate:
    """Remove a dependent; one who is gone already stays gone."""
    row = await store.return_of(session, visitor, return_id, to_change=True)
    answers = store.answers_in(session, row)
    gone = [dependent for dependent in answers.dependents if dependent.id == dependent_id]
    answers.dependents = [dependent for dependent in answers.dependents if dependent.id != dependent_id]
    before = ", ".join(dependent.model_dump_json(exclude_none=True) for dependent in gone)
    change = {"path": f"dependents.{dependent_id}", "before": before, "after": "removed"}
    return await _saved(session, visitor, row, answers, change)


async def _saved(
    session: DbSession, visitor: Visitor, row: TaxReturn, answers: Answers, change: dict[str, str]
) -> Estimate:
    await store.save(session, visitor, row, answers, change=change)
    return _estimate(row, answers)


def _estimate(row: TaxReturn, answers: Answers, others: tuple[UUID, ...] = ()) -> Estimate:
    missing = missing_for_an_estimate(answers)
    computed = None if missing else tax.compute(tax.parse_return(as_return(answers, row.tax_year)))
    return Estimate(row.id, row.tax_year, row.revision, answers, missing, computed, others)


def _as_text(value: object) -> str:
    return "" if value is None else str(value)
