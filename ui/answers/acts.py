"""What every page with answers of a return does, under a name of its own: the journal tells pages by their actions."""

from typing import Any, NamedTuple
from uuid import UUID

from services import policy
from services.house import DbSession
from services.returns import answering, opening
from services.returns.estimate import Estimate
from services.visitor import Visitor
from ui.actions import Action, action


class Acts(NamedTuple):
    """`save` keeps an answer (`return_id`, `path`, `seen`), `look` reads the return again (`return_id`, `tax_year`)."""

    save: Action[Any, Estimate]
    look: Action[Any, Estimate]


def acts_of(page: str) -> Acts:
    """Register both actions of a page, as `<page>.save_answer` and `<page>.look_again`."""

    @action(f"{page}.save_answer", policy.returns.CHANGE)
    async def save_answer(
        session: DbSession, visitor: Visitor, value: Any, *, return_id: UUID, path: str, seen: Any
    ) -> Estimate:
        """Keep one answer, where the person saw another before."""
        return await answering.save_answer(session, visitor, value, return_id=return_id, path=path, seen=seen)

    @action(f"{page}.look_again", policy.returns.SEE, is_use=False)
    async def look_again(session: DbSession, visitor: Visitor, *, return_id: UUID, tax_year: int) -> Estimate:
        """See what was changed in another window or on another device."""
        return await opening.estimate_for(session, visitor, tax_year=tax_year, return_id=return_id)

    return Acts(save_answer, look_again)
