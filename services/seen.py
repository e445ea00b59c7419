"""What people typed as others read it: without signs that nobody sees, which hide something or turn a line around.

Every text that people type comes through here before it is kept. Signs that turn the direction of a text
(U+202A to U+202E, U+2066 to U+2069) are taken out, as are the others that show nothing by themselves.
"""

from unicodedata import category

_JOINERS = "\u200c\u200d"
"""They join letters or keep them apart, and some scripts and pictures need them."""
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs to Unicode that show nothing."""


def in_one_line(text: str) -> str:
    """Such as a name. Nothing for what shows nothing."""
    seen = "".join(map(_seen, text))
    shown = seen.translate(dict.fromkeys(map(ord, _JOINERS + _BLANK)))
    return " ".join(seen.split()) if shown.strip() else ""


def in_lines(text: str) -> str:
    """Such as a message: its lines stay lines. Nothing for what shows nothing."""
    return "\n".join(map(in_one_line, text.splitlines())).strip()


def _seen(sign: str) -> str:
    """Signs that only shape the text beside them go; other ones that can't be seen part words, as a tab does."""
    if sign.isprintable() or sign in _JOINERS:
        return sign
    return "" if category(sign) == "Cf" else " "
