"""How a preparer ends a review: they approve what their page showed, give it back, or say why there is no approval."""

from collections.abc import Callable

from components.button import button
from components.disclosure import disclosure
from components.layout import row, section
from components.prose import paragraph
from services.house import House
from services.returns.estimate import Estimate
from services.reviews.reading import Seen
from services.words import sentence
from ui.guards import Visit
from ui.reviews import acts
from ui.reviews.approving import Approving
from ui.reviews.room import Room
from ui.reviews.writing import write_form


class Ending:
    """The end of the page of a preparer. `over` is told how they ended it: "approved", "closed" or "handed_back".

    Any review can end with a reason instead: a return can be wrong, and a customer may never answer. That stands behind
    a line of its own, which is open from the start where there is no result to approve.
    """

    def __init__(self, house: House, visit: Visit, room: Room, *, over: Callable[[str], None]) -> None:
        self._house, self._visit, self._room, self._over = house, visit, room, over
        with section(sentence("review.staff.end_title")):
            paragraph(sentence("review.staff.end_about"))
            self._why_not = paragraph()
            with row():
                self._approve = button(sentence("review.staff.approve"), on_press=self._opened)
                handed_back = acts.hand_back.by(
                    house, visit, then=lambda _: over("handed_back"), review_id=room.seen.id
                )
                button(sentence("review.staff.hand_back"), kind="quiet", on_press=handed_back)
            self._draw_close()
            self._question = Approving(house, visit, room, opened_by=self._approve, over=lambda: over("approved"))
        self._show()

    def _draw_close(self) -> None:
        key = f"review.{self._room.seen.id}.close"
        close = acts.close.by(
            self._house, self._visit, then=lambda _: self._over("closed"), review_id=self._room.seen.id
        )
        with disclosure(sentence("review.staff.close_title"), opened=self._room.estimate.result is None, drafts_in=key):
            paragraph(sentence("review.staff.close_about"))
            write_form(
                sentence("review.staff.close_why"),
                sentence("review.staff.close"),
                close,
                hint=sentence("review.staff.close_hint"),
                draft_key=key,
            )

    def show_estimate(self, _: Estimate) -> None:
        """Say what the result is now, and what is open."""
        self._show()

    def show_step(self, _: Seen) -> None:
        """Say whether a question of theirs is open."""
        self._show()

    def _show(self) -> None:
        estimate = self._room.estimate
        can_approve = estimate.result is not None
        self._why_not.text = "" if can_approve else sentence("review.beyond" if estimate.beyond else "review.no_result")
        self._approve.set_visibility(can_approve)
        self._question.show()

    async def _opened(self) -> None:  # an event brings it
        await self._question.opened()
