"""A text field with its button. What was sent leaves the field; what could not be sent stays in it."""

from collections.abc import Awaitable, Callable

from components.button import button
from components.field import Field
from components.field.held import held
from components.status_message import StatusMessage
from components.text_area import text_area
from services.reviews.rows import LONGEST_TEXT
from services.words import sentence
from ui.mistakes import PressedForm

Write = Callable[[str], Awaitable[str | None]]
"""Sends the text: what went wrong, or None."""


def write_form(
    label: str, send: str, write: Write, *, hint: str = "", draft_key: str = "", lines: int = 4
) -> Field[str]:
    """The field, its button, and a line that says that it was sent."""
    form = PressedForm()
    field = form.asks(
        "text",
        text_area(label, hint=hint, most=LONGEST_TEXT, lines=lines, required=True, on_commit=held, draft_key=draft_key),
    )

    async def pressed() -> str | None:
        problem = await write(field.typed[0])
        if problem is None:
            sent.say(sentence("review.sent"))
        return form.pressed(problem)

    button(send, kind="quiet", on_press=pressed, busy=sentence("review.sending"))
    sent = StatusMessage()
    return field
