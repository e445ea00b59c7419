"""What was done about a message: the form for it, and then what stands there."""

from collections.abc import Awaitable, Callable

from components.button import button
from components.field import Field
from components.field.held import held
from components.layout import column
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph, paragraphs
from components.text_area import text_area
from services.feedback import LONGEST_CHARACTERS, Answer, Message
from services.words import moment
from ui.mistakes import PressedForm
from ui.staff.for_colleagues import for_colleagues

Finish = Callable[[str, str], Awaitable[str | None]]
"""Marks the message as done: what was done, and the letter to the person. It gives back what went wrong."""


class AnswerPart:
    """Two fields and a button while the message is open; afterwards the answer, which gets the focus."""

    def __init__(self, message: Message) -> None:
        self._message = message
        self._place = column()
        self._place.props["tabindex"] = "-1"

    def draw(self, finish: Finish) -> None:
        """Draw what is true now."""
        with self._place:
            if self._message.answer:
                self._draw_answer(self._message.answer)
            else:
                self._draw_form(finish)

    def show(self, given: Answer) -> None:
        """The message is done: show the answer in place of the form."""
        self._place.clear()
        with self._place:
            self._draw_answer(given)
        self._place.run_method("focus")
        announce("The message is marked as done.")

    def _draw_form(self, finish: Finish) -> None:
        form = PressedForm()
        done = form.asks(
            "done",
            for_colleagues("What you did about it", most=LONGEST_CHARACTERS, draft_key="done"),
        )
        letter = self._letter(form)

        async def pressed() -> str | None:
            return form.pressed(await finish(done.typed[0], letter.typed[0] if letter else ""))

        button("Mark as done", on_press=pressed, busy="Saving…")

    def _letter(self, form: PressedForm) -> Field[str] | None:
        if not self._message.email:
            paragraph("The person left no email address, so we can’t write back.")
            return None
        return form.asks(
            "letter",
            text_area(
                "Answer to the person, by email",
                hint=f"It goes to {self._message.email} when you mark the message as done. You can leave it empty.",
                most=LONGEST_CHARACTERS,
                on_commit=held,
                draft_key="letter",
            ),
        )

    def _draw_answer(self, given: Answer) -> None:
        with notice("good", title=f"Done on {moment(given.answered_at)}"):
            paragraphs(given.done)
        if given.letter:
            with notice(title=f"We wrote to {self._message.email}"):
                paragraphs(given.letter)
