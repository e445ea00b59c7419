"""One line of a form as a person writes it down."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is written on a line. Words for YES are under `paper_line`."""

    DOLLARS = "dollars"
    NUMBER = "number"
    DECIMAL = "decimal"
    THREE_PLACES = "three places"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One filled line of a form: its number there, what it is, and its value: cents, hundredths or thousandths.

    `words` is the id of the engine's line, or a code under `paper_line`; `person` is the number of the dependent whom
    the line is about, as the pages count them from 1, of a student by the order of their costs, or 0.
    """

    number: str
    words: str
    value: int
    kind: Kind = Kind.DOLLARS
    person: int = 0

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands on the form, to sort by: 6b comes before 11a."""
        letter = self.number.lstrip("0123456789")
        return int(self.number.removesuffix(letter)), letter
