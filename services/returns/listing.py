"""What a return has a list of: dependents, and costs for hearing. Each is added empty, and keeps its id."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from services.errors import Invalid
from services.house import DbSession
from services.returns import store
from services.returns.answers import MOST_DEPENDENTS, Answers, Dependent, answer_at
from services.returns.costs import MOST_COSTS, Cost
from services.returns.estimating import Estimate, estimate_of, saved
from services.visitor import Visitor


@dataclass(frozen=True, slots=True)
class _List:
    """Where a list stands in the answers, and how long it may become."""

    path: str
    most: int
    full: Callable[[], Invalid]

    def insert(self, answers: Answers, one: Dependent | Cost, *, place: int) -> None:
        """Put one at this place, counted from 0; beyond the end, at the end."""
        listed: list[Dependent | Cost] = answer_at(answers, self.path)
        if len(listed) >= self.most:
            raise self.full()
        listed.insert(place, one)


_LISTS: dict[type[Dependent] | type[Cost], _List] = {
    Dependent: _List("dependents", MOST_DEPENDENTS, lambda: Invalid("dependents", "dependents.too_many")),
    Cost: _List("costs", MOST_COSTS, lambda: Invalid("costs", "costs.too_many")),
}


async def add_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one dependent, about whom nothing is known yet."""
    return await _add(session, visitor, return_id, Dependent())


async def remove_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID, dependent_id: UUID) -> Estimate:
    """Remove a dependent; one who is gone already stays gone."""
    return await _remove(session, visitor, return_id, "dependents", dependent_id)


async def add_cost(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one cost for hearing, of which nothing is known yet."""
    return await _add(session, visitor, return_id, Cost())


async def remove_cost(session: DbSession, visitor: Visitor, *, return_id: UUID, cost_id: UUID) -> Estimate:
    """Remove a cost for hearing; one that is gone already stays gone."""
    return await _remove(session, visitor, return_id, "costs", cost_id)


async def put_back(
    session: DbSession, visitor: Visitor, *, return_id: UUID, one: Dependent | Cost, place: int
) -> Estimate:
    """Bring back a dependent or a cost that was removed, with all that was told about it, where it stood.

    `place` is counted from 0. One that is there stays.
    """
    listing = _LISTS[type(one)]
    row, answers = await store.to_change(session, visitor, return_id)
    if any(there.id == one.id for there in answer_at(answers, listing.path)):
        return estimate_of(session, row, answers)
    listing.insert(answers, one, place=place)
    change = {"path": f"{listing.path}.{one.id}", "before": "", "after": one.model_dump_json(exclude_none=True)}
    return await saved(session, visitor, row, answers, change)


async def _add(session: DbSession, visitor: Visitor, return_id: UUID, new: Dependent | Cost) -> Estimate:
    listing = _LISTS[type(new)]
    row, answers = await store.to_change(session, visitor, return_id)
    there = len(answer_at(answers, listing.path))
    listing.insert(answers, new, place=there)
    change = {"path": listing.path, "before": "", "after": f"added {there + 1}"}
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
