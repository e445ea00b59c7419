"""What a browser tells about files before it sends them, and whether we would take them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from components.field.commit import Typed, Unreadable
from services.words import sentence

_OF_IPHONES = frozenset({"heic", "heif"})
_KILO = 1000  # as the file managers of phones and computers count


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file on the person's device: its name, and its size in bytes."""

    name: str
    size: int


def read_files(typed: Typed) -> tuple[ChosenFile, ...]:
    """The files, as the browser tells them in JSON. Unreadable if that is no list of names and sizes."""
    try:
        told = json.loads(typed[0] or "[]")
        return tuple(ChosenFile(str(each["name"]), int(each["size"])) for each in told)
    except (ValueError, TypeError, KeyError) as problem:
        raise Unreadable("file.unreadable") from problem


def what_is_wrong(files: Sequence[ChosenFile], kinds: Sequence[str], most_bytes: int) -> str | None:
    """A sentence about the first file that we would not take."""
    for file in files:
        ending = PurePath(file.name).suffix.casefold().removeprefix(".")
        if ending in _OF_IPHONES and ending not in kinds:
            return sentence("file.heic", name=file.name)
        if ending not in kinds:
            return sentence("file.wrong_kind", name=file.name)
        if file.size > most_bytes:
            return sentence("file.too_large", name=file.name, size=in_words(file.size), most=in_words(most_bytes))
        if file.size == 0:
            return sentence("file.empty", name=file.name)
    return None


def in_words(size: int) -> str:
    """A size as people read it: 640 KB, 1.5 MB. No line ends between the figure and its unit."""
    if size < _KILO:
        return sentence("file.bytes", size=size)
    if size < _KILO**2:
        return sentence("file.kilobytes", size=f"{size / _KILO:.0f}")
    return sentence("file.megabytes", size=f"{size / _KILO**2:.1f}".removesuffix(".0"))
