"""What a return has a list of: dependents, and costs for hearing. Each is added empty, and keeps its id."""

from typing import TypeVar
from uuid import UUID

from services.errors import Invalid
from services.house import DbSession
from services.returns import store
from services.returns.answers import MOST_DEPENDENTS, Dependent
from services.returns.costs import MOST_COSTS, Cost
from services.returns.estimating import Estimate, saved
from services.visitor import Visitor

Listed = TypeVar("Listed", Dependent, Cost)


async def add_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one dependent, about whom nothing is known yet."""
    row = await store.return_of(session, visitor, return_id, to_change=True)
    answers = store.answers_in(session, row)
    if len(answers.dependents) >= MOST_DEPENDENTS:
        raise Invalid("dependents", "dependents.too_many")
    answers.dependents.append(Dependent())
    return await saved(session, visitor, row, answers, _added("dependents", answers.dependents))


async def remove_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID, dependent_id: UUID) -> Estimate:
    """Remove a dependent; one who is gone already stays gone."""
    row = await store.return_of(session, visitor, return_id, to_change=True)
    answers = store.answers_in(session, row)
    change = _removed("dependents", answers.dependents, dependent_id)
    return await saved(session, visitor, row, answers, change)


async def add_cost(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one cost for hearing, of which nothing is known yet."""
    row = await store.return_of(session, visitor, return_id, to_change=True)
    answers = store.answers_in(session, row)
    if len(answers.costs) >= MOST_COSTS:
        raise Invalid("costs", "costs.too_many")
    answers.costs.append(Cost())
    return await saved(session, visitor, row, answers, _added("costs", answers.costs))


async def remove_cost(session: DbSession, visitor: Visitor, *, return_id: UUID, cost_id: UUID) -> Estimate:
    """Remove a cost for hearing; one that is gone already stays gone."""
    row = await store.return_of(session, visitor, return_id, to_change=True)
    answers = store.answers_in(session, row)
    change = _removed("costs", answers.costs, cost_id)
    return await saved(session, visitor, row, answers, change)


def _added(path: str, listed: list[Listed]) -> dict[str, str]:
    return {"path": path, "before": "", "after": f"added {len(listed)}"}


def _removed(path: str, listed: list[Listed], gone_id: UUID) -> dict[str, str]:
    """Takes it out of the list; the history keeps what was said."""
    gone = [one for one in listed if one.id == gone_id]
    listed[:] = [one for one in listed if one.id != gone_id]
    before = ", ".join(one.model_dump_json(exclude_none=True) for one in gone)
    return {"path": f"{path}.{gone_id}", "before": before, "after": "removed"}
