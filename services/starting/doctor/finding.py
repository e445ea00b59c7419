"""What was found about one part, in words that stand alone without colour."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from services.words import sentence

_WIDTH = 7


class Result(StrEnum):
    """Fine; works and somebody should look; or people would meet it."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. Its words are `doctor.<part>.<result>` in content/en, and what to do is `doctor.<part>.do`."""

    part: str
    result: Result
    values: dict[str, object] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """The result as a word with what was found; then, unless it is fine, what to do."""
        said = sentence(f"doctor.{self.part}.{self.result}", **self.values)
        yield f"{self.result:<{_WIDTH}}{said}"
        if self.result is not Result.OK:
            do = sentence(f"doctor.{self.part}.do", **self.values).strip()
            yield " " * _WIDTH + sentence("doctor.do", do=do)


def ok(part: str, /, **values: object) -> Finding:
    """It is fine."""
    return Finding(part, Result.OK, values)


def look(part: str, /, **values: object) -> Finding:
    """It works, and somebody should look."""
    return Finding(part, Result.LOOK, values)


def wrong(part: str, /, **values: object) -> Finding:
    """It does not work, or it is not safe."""
    return Finding(part, Result.WRONG, values)
