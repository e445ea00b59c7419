"""What a browser tells about files before it sends them, and whether we would take them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from components.field.commit import Typed, Unreadable
from services.words import sentence
from services.words.sizes import size_in_words

_NAMED = 10
"""So many files that are too many are named; a person may have chosen a whole folder."""
_OF_IPHONES = frozenset({"heic", "heif"})


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file on the person's device: its name, and its size in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Allowed:
    """The files that we would take: endings such as "pdf", and the most bytes of each.

    Of `films`, a phone offers to make one at once.
    """

    kinds: Sequence[str]
    most_bytes: int
    films: bool = False

    def in_words(self, *, at_most: int) -> str:
        """What a person reads before they choose so many files at most."""
        code = "file.allowed_several" if at_most > 1 else "file.allowed"
        return sentence(code, kinds=_listed(self.kinds), most=size_in_words(self.most_bytes), count=at_most)

    def for_the_browser(self) -> str:
        """What its window of files should offer, as the attribute `accept`."""
        return ",".join([*(["video/*"] if self.films else []), *(f".{kind}" for kind in self.kinds)])

    def what_is_wrong(self, files: Sequence[ChosenFile]) -> list[str]:
        """A sentence about each file that we would not take; it names the file, and says why."""
        return [wrong for file in files if (wrong := self.wrong_with(file))]

    def wrong_with(self, file: ChosenFile) -> str | None:
        """That sentence about one file."""
        ending = PurePath(file.name).suffix.casefold().removeprefix(".")
        if ending not in self.kinds:
            return sentence("file.heic" if ending in _OF_IPHONES else "file.wrong_kind", name=file.name)
        if file.size > self.most_bytes:
            most = size_in_words(self.most_bytes)
            return sentence("file.too_large", name=file.name, size=size_in_words(file.size), most=most)
        return None if file.size else sentence("file.empty", name=file.name)


def read_files(typed: Typed) -> tuple[ChosenFile, ...]:
    """The files, as the browser tells them in JSON. Unreadable if that is no list of names and sizes."""
    try:
        told = json.loads(typed[0] or "[]")
        return tuple(ChosenFile(str(each["name"]), int(each["size"])) for each in told)
    except (ValueError, TypeError, KeyError) as problem:
        raise Unreadable("file.unreadable") from problem


def not_chosen(left: Sequence[ChosenFile], *, at_most: int) -> str | None:
    """A sentence about files that were too many, and are not chosen any more."""
    if not left:
        return None
    named = left if len(left) <= _NAMED else left[: _NAMED - 1]
    names = ", ".join(f"“{file.name}”" for file in named)
    if others := len(left) - len(named):
        names = sentence("file.and_others", names=names, count=others)
    return sentence("file.too_many" if at_most > 1 else "file.too_many_for_one", most=at_most, names=names)


def _listed(kinds: Sequence[str]) -> str:
    """In words; "jpeg" is another ending of the same kind of file as "jpg"."""
    *others, last = [kind.upper() for kind in kinds if kind != "jpeg" or "jpg" not in kinds]
    return f"{', '.join(others)} {sentence('file.or')} {last}" if others else last
