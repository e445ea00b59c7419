"""A button that asks before it acts."""

from collections.abc import Sequence

from components.button import Press, button
from components.dialog import Dialog
from components.layout import row
from components.prose import paragraph


def ask_first(label: str, question: str, says: Sequence[str], *, keep: str, sure: str, on_press: Press) -> None:
    """A quiet button that opens the question, with what follows from it in words; only `sure` does it."""
    opener = button(label, kind="quiet")
    with Dialog(question, opened_by=opener) as dialog:
        for words in says:
            paragraph(words)
        with row():
            dialog.way_out(keep)
            button(sure, kind="quiet", on_press=on_press)
