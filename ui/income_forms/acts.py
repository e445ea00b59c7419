"""What every page with forms does with them, under a name of its own: the journal tells pages by their actions."""

from typing import Any, NamedTuple
from uuid import UUID

from services import policy
from services.house import DbSession
from services.returns import answering, listing
from services.returns.estimate import Estimate
from services.visitor import Visitor
from ui.actions import Action, action
from ui.answers.list_acts import list_acts_of


class FormActs(NamedTuple):
    """`add` (`return_id`, `kind`), `remove` (and `one_id`), `put_back` (`return_id`, `one`, `place`).

    `confirm` (`return_id`, `path`, `code` of the question) remembers that an odd box is right; `settle` (`return_id`,
    `total`, `is_same`) whether a total is the money that boxes tell too.
    """

    add: Action[Any, Estimate]
    remove: Action[Any, Estimate]
    put_back: Action[Any, Estimate]
    confirm: Action[Any, Estimate]
    settle: Action[Any, Estimate]


def form_acts_of(page: str) -> FormActs:
    """Register the actions of a page, as `<page>.add_form`, and so on."""

    forms = list_acts_of(page, "form", add=listing.add_form, remove=listing.remove_form)

    @action(f"{page}.confirm_box", policy.returns.CHANGE)
    async def confirm_box(session: DbSession, visitor: Visitor, *, return_id: UUID, path: str, code: str) -> Estimate:
        """Remember that an amount is right that looks odd."""
        return await answering.confirm_amount(session, visitor, return_id=return_id, path=path, code=code)

    @action(f"{page}.settle_twice", policy.returns.CHANGE)
    async def settle_twice(
        session: DbSession, visitor: Visitor, *, return_id: UUID, total: str, is_same: bool
    ) -> Estimate:
        """Count an amount once, or remember that two count."""
        return await answering.settle_twice(session, visitor, return_id=return_id, total=total, is_same=is_same)

    return FormActs(*forms, confirm_box, settle_twice)
