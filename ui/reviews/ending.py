"""How a preparer ends a review: they approve what their page showed, or give it back."""

from collections.abc import Callable

from components.button import button
from components.dialog import Dialog
from components.layout import row, section
from components.prose import paragraph
from services.house import House
from services.returns.estimate import Estimate
from services.words import sentence
from ui.estimate.for_staff import result_for_staff
from ui.guards import Visit
from ui.reviews import acts
from ui.reviews.room import Room


class Ending:
    """The end of the page of a preparer. `over` is called when they have the review no more.

    The dialog says the result that it is about. What is approved is the revision of the answers that was shown when it
    was opened: a change that comes later is shown, and has to be looked at first.
    """

    def __init__(self, house: House, visit: Visit, room: Room, *, over: Callable[[], None]) -> None:
        self._house, self._visit, self._room, self._over = house, visit, room, over
        self._asked = room.estimate.revision
        with section(sentence("review.staff.end_title")):
            paragraph(sentence("review.staff.end_about"))
            with row():
                asks = button(sentence("review.staff.approve"), on_press=self._opened)
                handed_back = acts.hand_back.by(house, visit, then=self._is_over, review_id=room.seen.id)
                button(sentence("review.staff.hand_back"), kind="quiet", on_press=handed_back)
            with Dialog(sentence("review.staff.approve_title"), opened_by=asks) as dialog:
                self._result = paragraph(result_for_staff(room.estimate))
                about = "review.staff.approve_about_joint" if room.seen.is_joint else "review.staff.approve_about"
                paragraph(sentence(about))
                with row():
                    dialog.way_out(sentence("review.staff.look_again"))
                    button(sentence("review.staff.approve_sure"), kind="quiet", on_press=self._approved)

    def show(self, estimate: Estimate) -> None:
        """Say in the dialog what the result is now."""
        self._result.text = result_for_staff(estimate)

    async def _opened(self) -> None:  # an event brings it
        self._asked = self._room.estimate.revision

    async def _approved(self) -> str | None:
        approve = acts.approve.by(
            self._house, self._visit, then=self._is_over, review_id=self._room.seen.id, revision=self._asked
        )
        return await approve()

    def _is_over(self, _: None) -> None:
        self._over()
