"""What can go wrong in a service, and nothing else: anything that is not one of these is a bug.

    HouseError
    ├── Invalid(field, code)   what was given can't be used; the person can mend it       → 400
    │   ├── SeveralInvalid     several values of one form, told together
    │   └── InvalidInput       a whole document, with every problem that was found in it
    ├── NotFound               not there, or not theirs: both look the same               → 404
    ├── NotAllowed             this visitor may not do this                               → 403
    ├── Conflict(code)         somebody else was faster                                   → 409
    └── Unavailable(code)      something we lean on does not answer                       → 503

Codes become sentences in services/words. Each kind is mapped once to a page (ui/failures/error_pages.py) and once to
the API.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


class HouseError(Exception):
    """Any of the five expected failures. `code` names the sentence to show."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Invalid(HouseError):
    """A value that can't be used, with the field that it came from."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(code)
        self.field = field

    @property
    def mistakes(self) -> "tuple[Invalid, ...]":
        """Each value that can't be used."""
        return (self,)


class SeveralInvalid(Invalid):
    """Several values that can't be used, in the order of their fields; `field` and `code` are those of the first."""

    def __init__(self, mistakes: "Sequence[Invalid]") -> None:
        super().__init__(mistakes[0].field, mistakes[0].code)
        self._mistakes = tuple(mistakes)

    @property
    def mistakes(self) -> tuple[Invalid, ...]:
        """Each of them."""
        return self._mistakes


class Checks:
    """Checks of several values, so that a person reads at once all that is to be mended.

    Each stands in `with checks.one():`. `all_done` goes on if all were right, and raises Invalid otherwise.
    """

    def __init__(self) -> None:
        self._found: list[Invalid] = []

    @contextmanager
    def one(self) -> Iterator[None]:
        """One check, which raises Invalid."""
        try:
            yield
        except Invalid as problem:
            self._found.append(problem)

    def all_done(self) -> None:
        """Raise what was found, if anything was."""
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise SeveralInvalid(mistakes=self._found)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a document: where, as a JSON pointer (RFC 6901), and the code of a sentence.

    `allowed` is all that may stand there, where that is little enough to be told.
    """

    pointer: str
    code: str
    allowed: str = ""


class InvalidInput(Invalid):
    """A document that can't be read, with every problem found; `field` and `code` are those of the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].pointer, problems[0].code)
        self.problems = tuple(problems)


def pointer_to(*steps: str | int) -> str:
    """The JSON pointer that leads through these names and places: "/dependents/0/age"."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


class NotFound(HouseError):
    """The thing is not there for this visitor."""

    def __init__(self, code: str = "not_found") -> None:
        super().__init__(code)


class NotAllowed(HouseError):
    """The visitor may not do this."""

    def __init__(self, code: str = "not_allowed") -> None:
        super().__init__(code)


class Conflict(HouseError):
    """Something changed since the visitor looked."""


class Unavailable(HouseError):
    """A part that we lean on does not answer."""
