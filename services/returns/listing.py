"""What a return has a list of: dependents, forms, and costs for hearing. Each is added empty, and keeps its id."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.errors import Invalid
from services.house import DbSession
from services.returns import store
from services.returns.answers import MOST_DEPENDENTS, Answers, Dependent, answer_at
from services.returns.answers.costs import MOST_COSTS, Cost
from services.returns.answers.forms import MOST_FORMS, IncomeForm
from services.returns.estimate import Estimate, estimate_of
from services.returns.forms.kinds import KINDS
from services.returns.forms.taking_over import first_forms
from services.returns.saving import saved
from services.returns.store import Reached
from services.visitor import Visitor

Listed = Dependent | IncomeForm | Cost


@dataclass(frozen=True, slots=True)
class _List:
    """Where a list stands in the answers, and how long it may become."""

    path: str
    most: int
    full: Callable[[], Invalid]

    def insert(self, answers: Answers, one: Listed, *, place: int) -> None:
        """Put one at this place, counted from 0; beyond the end, at the end."""
        listed: list[Listed] = answer_at(answers, self.path)
        if len(listed) >= self.most:
            raise self.full()
        listed.insert(place, one)


_LISTS: dict[type[Listed], _List] = {
    Dependent: _List("dependents", MOST_DEPENDENTS, lambda: Invalid("dependents", "dependents.too_many")),
    Cost: _List("costs", MOST_COSTS, lambda: Invalid("costs", "costs.too_many")),
    **{kind.form: _List(kind.path, MOST_FORMS, lambda: Invalid("forms", "forms.too_many")) for kind in KINDS.values()},
}


async def add_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one dependent, about whom nothing is known yet."""
    reached, answers = await store.to_change(session, visitor, return_id)
    return await _add(session, visitor, reached, answers, [Dependent()])


async def remove_dependent(session: DbSession, visitor: Visitor, *, return_id: UUID, dependent_id: UUID) -> Estimate:
    """Remove a dependent; one who is gone already stays gone."""
    return await _remove(session, visitor, return_id, "dependents", dependent_id)


async def add_form(session: DbSession, visitor: Visitor, *, return_id: UUID, kind: str) -> Estimate:
    """Add one form of this kind (services/returns/forms/kinds.py). The first takes over what was typed as a total.

    KeyError for another kind.
    """
    reached, answers = await store.to_change(session, visitor, return_id)
    asked = KINDS[kind]
    new = [asked.form()] if answer_at(answers, asked.path) else first_forms(answers, asked)
    return await _add(session, visitor, reached, answers, new)


async def remove_form(session: DbSession, visitor: Visitor, *, return_id: UUID, kind: str, form_id: UUID) -> Estimate:
    """Remove a form; one that is gone already stays gone."""
    return await _remove(session, visitor, return_id, KINDS[kind].path, form_id)


async def add_cost(session: DbSession, visitor: Visitor, *, return_id: UUID) -> Estimate:
    """Add one cost for hearing, of which nothing is known yet."""
    reached, answers = await store.to_change(session, visitor, return_id)
    return await _add(session, visitor, reached, answers, [Cost()])


async def remove_cost(session: DbSession, visitor: Visitor, *, return_id: UUID, cost_id: UUID) -> Estimate:
    """Remove a cost for hearing; one that is gone already stays gone."""
    return await _remove(session, visitor, return_id, "costs", cost_id)


async def put_back(session: DbSession, visitor: Visitor, *, return_id: UUID, one: Listed, place: int) -> Estimate:
    """Bring back what was removed from a list, with all that was told about it, where it stood.

    `place` is counted from 0. One that is there stays.
    """
    listing = _LISTS[type(one)]
    reached, answers = await store.to_change(session, visitor, return_id)
    if any(there.id == one.id for there in answer_at(answers, listing.path)):
        return estimate_of(session, reached, answers)
    listing.insert(answers, one, place=place)
    change = {"path": f"{listing.path}.{one.id}", "before": "", "after": one.model_dump_json(exclude_none=True)}
    return await saved(session, visitor, reached, answers, change)


async def _add(
    session: DbSession, visitor: Visitor, reached: Reached, answers: Answers, new: Sequence[Listed]
) -> Estimate:
    """The history says how many there are now, and what was told about the new ones at once."""
    listing = _LISTS[type(new[0])]
    for one in new:
        listing.insert(answers, one, place=len(answer_at(answers, listing.path)))
    told = [one.model_dump_json(exclude_none=True) for one in new if one.model_fields_set]
    after = ", ".join([f"added {len(answer_at(answers, listing.path))}", *told])
    return await saved(session, visitor, reached, answers, {"path": listing.path, "before": "", "after": after})


async def _remove(session: DbSession, visitor: Visitor, return_id: UUID, path: str, gone_id: UUID) -> Estimate:
    """Takes it out of the list; the history keeps what was said."""
    reached, answers = await store.to_change(session, visitor, return_id)
    listed = answer_at(answers, path)
    gone = [one for one in listed if one.id == gone_id]
    listed[:] = [one for one in listed if one.id != gone_id]
    before = ", ".join(one.model_dump_json(exclude_none=True) for one in gone)
    change = {"path": f"{path}.{gone_id}", "before": before, "after": "removed"}
    return await saved(session, visitor, reached, answers, change)
