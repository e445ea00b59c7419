"""How a preparer ends a review: they approve what their page showed, give it back, or say why there is no approval."""

from collections.abc import Callable

from components.button import button
from components.checkbox import checkbox
from components.dialog import Dialog
from components.disclosure import disclosure
from components.field.held import held
from components.layout import column, row, section
from components.notice import notice
from components.prose import bullet_list, paragraph
from services.house import House
from services.returns.estimate import Estimate
from services.reviews.reading import Seen
from services.words import sentence
from ui.estimate.answer.for_staff import result_for_staff
from ui.estimate.answer.missing import open_questions
from ui.guards import Visit
from ui.reviews import acts
from ui.reviews.room import Room
from ui.reviews.writing import write_form


class Ending:
    """The end of the page of a preparer. `over` is told how they ended it: "approved", "closed" or "handed_back".

    Any review can end with a reason instead: a return can be wrong, and a customer may never answer. That stands behind
    a line of its own, which is open from the start where there is no result to approve.

    The dialog says the result that it is about, and asks anew about what is open, and about what was changed since they
    last looked. What is approved is the revision of
    the answers that was shown when it was opened: a change that comes later is shown, and has to be looked at first.
    """

    def __init__(self, house: House, visit: Visit, room: Room, *, over: Callable[[str], None]) -> None:
        self._house, self._visit, self._room, self._over = house, visit, room, over
        self._asked = room.estimate.revision
        with section(sentence("review.staff.end_title")):
            paragraph(sentence("review.staff.end_about"))
            self._why_not = paragraph()
            with row():
                asks = self._approve = button(sentence("review.staff.approve"), on_press=self._opened)
                handed_back = acts.hand_back.by(
                    house, visit, then=lambda _: over("handed_back"), review_id=room.seen.id
                )
                button(sentence("review.staff.hand_back"), kind="quiet", on_press=handed_back)
            self._draw_close()
            with Dialog(sentence("review.staff.approve_title"), opened_by=asks) as dialog:
                self._draw_question(dialog)
        self._show()

    def _draw_close(self) -> None:
        close = acts.close.by(
            self._house, self._visit, then=lambda _: self._over("closed"), review_id=self._room.seen.id
        )
        key = f"review.{self._room.seen.id}.close"
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
        """Say in the dialog what the result is now, and what is open."""
        self._show()

    def show_step(self, _: Seen) -> None:
        """Say in the dialog whether a question of theirs is open."""
        self._show()

    def _draw_question(self, dialog: Dialog) -> None:
        self._result = paragraph()
        paragraph(
            sentence("review.staff.approve_about_joint" if self._room.seen.is_joint else "review.staff.approve_about")
        )
        self._is_changed = column()
        with self._is_changed:
            with notice("warn", title=sentence("review.staff.changed_title")):
                self._changed = paragraph()
            self._looked = checkbox(sentence("review.staff.has_looked"), required=True, on_commit=held, draft_key=None)
        self._is_open = column()
        with self._is_open:
            with notice("warn", title=sentence("review.staff.open_title")):
                self._open = column()
            self._although = checkbox(sentence("review.staff.although_open"), on_commit=held, draft_key=None)
        with row():
            dialog.way_out(sentence("review.staff.look_again"))
            button(sentence("review.staff.approve_sure"), kind="quiet", on_press=self._approved)

    def _show(self) -> None:
        count = len({each.told.path for each in self._room.now.since_looked(self._room.seen)})
        self._is_changed.set_visibility(bool(count))
        self._changed.text = sentence(f"review.staff.changed_{'one' if count == 1 else 'some'}", count=count)
        estimate = self._room.estimate
        can_approve = estimate.result is not None
        self._why_not.text = "" if can_approve else sentence("review.beyond" if estimate.beyond else "review.no_result")
        self._approve.set_visibility(can_approve)
        self._result.text = result_for_staff(self._room.estimate)
        open_ = [entry.label for entry in open_questions(self._room.estimate, lambda _: "")]
        if question := self._room.seen.question:
            open_.append(sentence("review.staff.not_answered", question=question.text))
        self._is_open.set_visibility(bool(open_))
        self._open.clear()
        with self._open:
            bullet_list(open_)

    async def _opened(self) -> None:  # an event brings it
        self._asked = self._room.estimate.revision
        self._although.set(False)
        self._looked.set(False)

    async def _approved(self) -> str | None:
        approve = acts.approve.by(
            self._house,
            self._visit,
            then=lambda _: self._over("approved"),
            review_id=self._room.seen.id,
            revision=self._asked,
            although_open=bool(self._although.typed[0]),
            has_looked=bool(self._looked.typed[0]),
        )
        return await approve()
