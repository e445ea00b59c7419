"""What has to be mended in a form: beside each field, and together above them.

`Mistakes` is for a form that the browser sends and that comes back, `PressedForm` for one that a button sends.
"""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from components.button import enter_presses
from components.error_summary import FieldError, error_summary
from components.field import Field, Value
from components.layout import column
from services.attempts import Attempt
from services.errors import Invalid
from services.words import sentence


class Mistakes:
    """Made where the summary stands, before the fields; `sum_up` follows when they are drawn."""

    def __init__(self, attempt: Attempt) -> None:
        self._messages = {field: sentence(code) for field, code in attempt.errors.items()}
        self._place = column()

    def of(self, field: str) -> str:
        """What is wrong with this field; empty when nothing is."""
        return self._messages.get(field, "")

    def sum_up(self, **fields: Field[Any]) -> None:
        """Draw the summary, whose links lead into the fields."""
        if self._messages:
            with self._place:
                errors = [FieldError(fields[name], message) for name, message in self._messages.items()]
                error_summary(errors, goes_when_mended=True)


class Mistaken(str):
    """A sentence about what can't be used, with what is to be said at which field."""

    at: Mapping[str, str]

    def __new__(cls, message: str, at: Mapping[str, str]) -> "Mistaken":
        """`at` has the sentence of each field, in their order."""
        made = super().__new__(cls, message)
        made.at = at
        return made


def mistaken(problem: Invalid) -> Mistaken:
    """The words about it, also if it is several mistakes."""
    return Mistaken(sentence(problem.code), {each.field: sentence(each.code) for each in problem.mistakes})


class PressedForm:
    """Fields that a button sends. Made where the summary stands, before the fields.

    What is typed stays until it was taken, and its drafts too. Then nothing of it stays in the tab, and the fields are
    as they were first; those of a search stay as they are.
    """

    def __init__(self, *, searches: bool = False) -> None:
        self._searches = searches
        self._place = column()
        self._fields: dict[str, Field[Any]] = {}

    def asks(self, name: str, field: Field[Value]) -> Field[Value]:
        """One of its fields, by the name that a service gives to what is wrong with it."""
        self._fields[name] = field.until_pressed()
        return field

    def sent_by(self, button: Element) -> None:
        """The one button of the form: Enter in a line of text presses it, as in a form that the browser sends."""
        enter_presses(button, *(field.html_id for field in self._fields.values()))

    def pressed(self, problem: str | None) -> str | None:
        """What came of a press: say it at the fields. What is of no field is given back, to stand beside the button."""
        if problem is None:
            for field in self._fields.values():
                field.let_go()
        if self._place.is_deleted:  # what was done has taken the place of the form
            return problem
        self._place.clear()
        for field in self._fields.values():
            field.clear_error()
            if problem is None and not self._searches:
                field.start_anew()
        if not isinstance(problem, Mistaken):
            return problem
        self._show(problem.at)
        return None

    def _show(self, at: Mapping[str, str]) -> None:
        for name, message in at.items():
            if field := self._fields.get(name):
                field.show_error(message, heard=False)
        with self._place:  # it takes the focus, and is read out by that
            error_summary([FieldError(self._fields.get(name), message) for name, message in at.items()])
