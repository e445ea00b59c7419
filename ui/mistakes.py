"""What has to be mended in a form that came back: beside each field, and together above them."""

from typing import Any

from components.error_summary import FieldError, error_summary
from components.field import Field
from components.layout import column
from services.attempts import Attempt
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
                error_summary([FieldError(fields[name], message) for name, message in self._messages.items()])
