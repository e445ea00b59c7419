"""The question before an approval: what comes out, what was changed, what is open, and the button that approves it."""

from collections.abc import Callable, Iterator

from nicegui.element import Element

from components.button import button
from components.checkbox import checkbox
from components.dialog import Dialog
from components.error_line import error_line
from components.field import Field
from components.layout import column, row
from components.native import focus_from_top
from components.notice import notice
from components.prose import bullet_list, paragraph
from services.house import House
from services.words import sentence
from ui.estimate.answer.for_staff import result_for_staff
from ui.estimate.answer.missing import open_questions
from ui.estimate.changes_table import as_answered
from ui.guards import Visit
from ui.reviews import acts
from ui.reviews.room import Room


class Approving:
    """A dialog about the revision of the answers that it shows. `over` is told that the review is approved.

    A change that comes while it is open is shown in it. Its boxes are then drawn anew and empty: a tick or a press that
    was on its way counts for nothing, so nobody approves what they have not seen.
    """

    _looked: Field[bool]  # these are there once they are drawn
    _although: Field[bool]

    def __init__(self, house: House, visit: Visit, room: Room, *, opened_by: Element, over: Callable[[], None]) -> None:
        self._house, self._visit, self._room, self._over = house, visit, room, over
        self._asked = self._opened_at = room.estimate.revision
        with Dialog(sentence("review.staff.approve_title"), opened_by=opened_by) as dialog:
            self._result = paragraph()
            about = "approve_about_joint" if room.seen.is_joint else "approve_about"
            paragraph(sentence(f"review.staff.{about}"))
            self._is_changed, self._is_open = column(), column()
            self._refused = column()
            self._refused.props["tabindex"] = "-1"
            self._draw_boxes()
            with row():
                dialog.way_out(sentence("review.staff.look_again"))
                button(sentence("review.staff.approve_sure"), kind="quiet", on_press=self._approved)

    async def opened(self) -> None:  # an event brings it
        """Ask about what the page shows now, with empty boxes."""
        self._opened_at = self._room.estimate.revision
        self._draw_boxes()

    def show(self) -> None:
        """Bring it up to date; ask anew where the answers are other ones."""
        if self._asked != self._room.estimate.revision:
            self._draw_boxes()
        self._show()

    def _draw_boxes(self) -> None:
        self._asked = self._room.estimate.revision
        for box in (self._is_changed, self._is_open, self._refused):
            box.clear()
        with self._is_changed:
            with notice("warn", title=sentence("review.staff.changed_title")):
                self._changed = paragraph()
                if new := list(self._new()):
                    paragraph(sentence("review.staff.new_title"))
                    bullet_list(new)
            self._looked = checkbox(sentence("review.staff.has_looked"), required=True, on_commit=_held, draft_key=None)
        with self._is_open:
            with notice("warn", title=sentence("review.staff.open_title")):
                self._open = column()
            self._although = checkbox(sentence("review.staff.although_open"), on_commit=_held, draft_key=None)
        self._show()

    def _new(self) -> Iterator[str]:
        """What came while it was open, and stood nowhere when the preparer opened it."""
        for change in self._room.now.since_looked(self._room.seen):
            told = change.told
            if told.revision > self._opened_at:
                said = {"before": as_answered(told.before), "after": as_answered(told.after)}
                yield sentence("review.staff.new", question=told.question, **said)

    def _show(self) -> None:
        room = self._room
        count = len({each.told.path for each in room.now.since_looked(room.seen)})
        self._is_changed.set_visibility(bool(count))
        self._changed.text = sentence(f"review.staff.changed_{'one' if count == 1 else 'some'}", count=count)
        self._result.text = result_for_staff(room.estimate)
        open_ = [entry.label for entry in open_questions(room.estimate, lambda _: "")]
        if question := room.seen.question:
            open_.append(sentence("review.staff.not_answered", question=question.text))
        self._is_open.set_visibility(bool(open_))
        self._open.clear()
        with self._open:
            bullet_list(open_)

    async def _approved(self) -> None:
        """Why not stands above the buttons, with the focus: below them it can be out of sight."""
        self._refused.clear()
        if problem := await self._approve():
            with self._refused:
                error_line(problem)
            focus_from_top(self._refused)

    async def _approve(self) -> str | None:
        approve = acts.approve.by(
            self._house,
            self._visit,
            then=lambda _: self._over(),
            review_id=self._room.seen.id,
            revision=self._asked,
            although_open=bool(self._although.typed[0]),
            has_looked=bool(self._looked.typed[0]),
        )
        return await approve()


async def _held(_: bool) -> None:
    """It counts when the button is pressed."""
