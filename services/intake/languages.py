"""Sign languages by their tags (BCP 47): only tags of the IANA registry that stand in sign_languages.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from services.errors import Invalid

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
