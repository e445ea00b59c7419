"""The actions of one list of the return, for each page under names of its own: the journal tells pages by them."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from services import policy
from services.house import DbSession
from services.returns import listing
from services.returns.estimate import Estimate
from services.visitor import Visitor
from ui.actions import action
from ui.answers.list_of import ListActs

Change = Callable[..., Awaitable[Estimate]]
"""A service that takes `return_id`, what tells the list, and where one is removed its id."""


def dependent_acts_of(page: str) -> ListActs:
    """What a page does with dependents: `<page>.add_dependent`, `….remove_dependent` and `….put_dependent_back`."""
    return list_acts_of(page, "dependent", add=listing.add_dependent, remove=listing.remove_dependent)


def cost_acts_of(page: str) -> ListActs:
    """What a page does with costs for hearing, named likewise."""
    return list_acts_of(page, "cost", add=listing.add_cost, remove=listing.remove_cost)


def list_acts_of(page: str, what: str, *, add: Change, remove: Change) -> ListActs:
    """Register the three actions of a page on a list of `what`. `remove` calls the id `<what>_id`."""

    @action(f"{page}.add_{what}", policy.returns.CHANGE)
    async def add_one(session: DbSession, visitor: Visitor, *, return_id: UUID, **which: str) -> Estimate:
        """Add one; `which` tells the list where there are several."""
        return await add(session, visitor, return_id=return_id, **which)

    @action(f"{page}.remove_{what}", policy.returns.CHANGE)
    async def remove_one(
        session: DbSession, visitor: Visitor, *, return_id: UUID, one_id: UUID, **which: str
    ) -> Estimate:
        """Remove one."""
        return await remove(session, visitor, return_id=return_id, **{f"{what}_id": one_id}, **which)

    @action(f"{page}.put_{what}_back", policy.returns.CHANGE)
    async def put_one_back(session: DbSession, visitor: Visitor, *, return_id: UUID, one: Any, place: int) -> Estimate:
        """Put back one that was removed."""
        return await listing.put_back(session, visitor, return_id=return_id, one=one, place=place)

    return ListActs(add_one, remove_one, put_one_back)
