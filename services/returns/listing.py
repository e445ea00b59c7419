"""What a return has a list of: dependents, and costs for hearing. Each is added empty, and keeps its id."""

from uuid import UUID

from services.errors import Invalid
from services.house import DbSession
from services.returns import store
from services.returns.answers import MOST_DEPENDENTS, Dependent, answer_at
from services.returns.costs import MOST_COSTS, Cost
from services.returns.estimating import Estimate, saved
from services.visitor import Visitor


async def add_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one dependent, about whom nothing is known yet."""
    full = Invalid("dependents", "dependents.too_many")
    return await _add(session, visitor, return_id, "dependents", Dependent(), most=MOST_DEPENDENTS, full=full)


async def remove_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID, dependent_id: UUID) -> Estimate:
    """Remove a dependent; one who is gone already stays gone."""
    return await _remove(session, visitor, return_id, "dependents", dependent_id)


async def add_cost(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one cost for hearing, of which nothing is known yet."""
    full = Invalid("costs", "costs.too_many")
    return await _add(session, visitor, return_id, "costs", Cost(), most=MOST_COSTS, full=full)


async def remove_cost(session: DbSession, visitor: Visitor, *, return_id: UUID, cost_id: UUID) -> Estimate:
    """Remove a cost for hearing; one that is gone already stays gone."""
    return await _remove(session, visitor, return_id, "costs", cost_id)


async def _add(
    session: DbSession, visitor: Visitor, return_id: UUID, path: str, new: Dependent | Cost, *, most: int, full: Invalid
) -> Estimate:
    row, answers = await store.to_change(session, visitor, return_id)
    listed = answer_at(answers, path)
    if len(listed) >= most:
        raise full
    listed.append(new)
    change = {"path": path, "before": "", "after": f"added {len(listed)}"}
    return await saved(session, visitor, row, answers, change)


async def _remove(session: DbSession, visitor: Visitor, return_id: UUID, path: str, gone_id: UUID) -> Estimate:
    """Takes it out of the list; the history keeps what was said."""
    row, answers = await store.to_change(session, visitor, return_id)
    listed = answer_at(answers, path)
    gone = [one for one in listed if one.id == gone_id]
    listed[:] = [one for one in listed if one.id != gone_id]
    before = ", ".join(one.model_dump_json(exclude_none=True) for one in gone)
    change = {"path": f"{path}.{gone_id}", "before": before, "after": "removed"}
    return await saved(session, visitor, row, answers, change)
