"""What can be wrong with a question that a partner sends. Each value is the code of a sentence in content/en."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.errors import Invalid


class Fault(StrEnum):
    """Why a question can't be used, beside what the tax engine says of a return (services/tax/faults.py)."""

    BESIDE_RETURN = "partner.input.beside_return"
    INCOME_MISSING = "partner.input.income_missing"
    JSON = "partner.input.json"
    TWICE = "partner.input.twice"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong: a JSON pointer (RFC 6901) into what was sent, and the code of a sentence."""

    pointer: str
    code: str


class InvalidQuestion(Invalid):
    """A question that can't be used, with everything that is wrong with it."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        super().__init__(flaws[0].pointer, flaws[0].code)
        self.flaws = tuple(flaws)


def pointer_to(*steps: str | int) -> str:
    """The JSON pointer that leads through these names and places."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
