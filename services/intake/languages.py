"""Sign languages by their tags (BCP 47): only tags of the IANA registry that stand in sign_languages.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from services.errors import Invalid
from services.words import sentence

ANOTHER = "sgn"
"""Any sign language: for one that is not in our list, whose name somebody may tell."""
LONGEST_NAME = 80
_EXTENDED = "sgn-"
"""`sgn-ase` is the old way to write `ase` (RFC 5646, section 2.2.2): browsers refuse it."""


def read(tag: str) -> str:
    """The tag in its one preferred form; Invalid("language") for what is no tag that we know."""
    known, deprecated = _tags()
    asked = tag.strip().lower()
    asked = deprecated.get(asked, asked)
    asked = asked.removeprefix(_EXTENDED)
    if asked not in known:
        raise Invalid("language", "choice.unknown")
    return asked


def named(name: str) -> str:
    """The tag of a language by its tag or by its name in our list, however it is written; empty for any other."""
    asked = name.strip().casefold()
    tags, deprecated = _tags()
    if asked.removeprefix(_EXTENDED) in tags - {ANOTHER} or asked in deprecated:
        return read(asked)
    return next((tag for tag in tags - {ANOTHER} if sentence(f"sign_language.{tag}").casefold() == asked), "")


def groups() -> dict[str, tuple[str, ...]]:
    """The tags that can be chosen, in their groups and in their order."""
    return {name: tuple(tags) for name, tags in _data()["group"].items()}


def _tags() -> tuple[frozenset[str], dict[str, str]]:
    data = _data()
    every = frozenset(tag for tags in data["group"].values() for tag in tags)
    return every, {old.lower(): new for old, new in data["deprecated"].items()}


@cache
def _data() -> dict[str, Any]:
    text = (Path(__file__).parent / "sign_languages.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
