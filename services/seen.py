"""What people typed as others read it: without signs that nobody sees, which hide something or turn a line around."""

_JOINERS = "\u200c\u200d"
"""They join letters or keep them apart, and some scripts and pictures need them."""
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs to Unicode that show nothing."""


def in_one_line(text: str) -> str:
    """Such as a name. Nothing for what shows nothing."""
    seen = "".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in text)
    shown = seen.translate(dict.fromkeys(map(ord, _JOINERS + _BLANK)))
    return " ".join(seen.split()) if shown.strip() else ""


def in_lines(text: str) -> str:
    """Such as a message: its lines stay lines. Nothing for what shows nothing."""
    return "\n".join(map(in_one_line, text.splitlines())).strip()
