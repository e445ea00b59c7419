"""Letters and signs that the typefaces of a document lack: in words or as an empty box, so that it can be set."""

import unicodedata
from typing import Any

EMPTY_BOX = "□"
_LAST_OF_LATIN = "\u024f"
_ALSO_SET = frozenset("‘’“”–—…•−×÷≤≥€™←→")
_SAYS_NOTHING_ALONE = frozenset({"Mn", "Me", "Cf", "Sk", "Cc"})


def with_letters_that_can_be_set(data: Any) -> Any:
    """The same texts, dicts and lists in Latin letters and common signs; another sign becomes its name in brackets."""
    if isinstance(data, str):
        return "".join(_as_it_can_be_set(each) for each in data)
    if isinstance(data, dict):
        return {name: with_letters_that_can_be_set(value) for name, value in data.items()}
    return [with_letters_that_can_be_set(each) for each in data] if isinstance(data, list | tuple) else data


def _as_it_can_be_set(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter == "\n" or (kind not in _SAYS_NOTHING_ALONE and (letter <= _LAST_OF_LATIN or letter in _ALSO_SET)):
        return letter
    if kind in _SAYS_NOTHING_ALONE:
        return ""
    name = unicodedata.name(letter, "").lower()
    return f"[{name}]" if kind.startswith("S") and name else EMPTY_BOX
