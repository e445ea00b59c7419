"""Takes out of a text what tells of a person, before the text is logged or sent to Sentry.

Ids stay: they are what the records are found by. A pattern can't know a name or a street, so nothing that people type
is given to a logger in the first place; this is the net below.
"""

import re

_IDS = r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"
_PATTERNS = {
    "answers": r"[{\[]\s*[{\[]*\s*[\"'].*(?:[}\]]|$)",  # JSON, or Python's own way to write a dictionary
    "value": r"(?<=input_value=).*?(?=, input_type=|$)|(?<=\)=\().*?(?=\))|(?<=Failing row contains \().*(?=\))",
    "cookies": r"(?<=\bcookie:).+|(?<=\bcookie=).+|(?:__Host-)?\bmbtq_(?:session|display|attempt)=[^;\s]*",
    "key": r"\bmbtq_[a-z0-9]+_[\w-]+",
    "login": r"(?<=://)[^/\s@]+(?=@)",
    "query": r"(?<=\?)[\w%.+-]{1,64}=[^\s\"']*",
    "long token": r"(?<=\bbearer )\S+|(?<=\bbasic )\S+|\beyJ[\w-]+\.[\w-]+\.[\w-]*"
    r"|(?-i:(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{32,}(?![\w-]))",
    "e-mail": r"(?:\"[^\"\n]{0,64}\"|[^\s@<>(),:;=\"'\[\]][^\s@<>(),:;=\"\[\]]{0,63})(?:@|%40)"
    r"(?:[^\s@<>(),:;=\"'\[\]/]+|\[[^\]\s]*\])",
    "address": r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\w:])"
    r"|(?<![\w:])(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4})?(?![\w:])",
    "amount": r"-?\$\s?-?\d[\d,]*(?:\.\d+)?",
    "number": r"(?<![0-9a-f.])\+?\(?\d(?:[\s()/-]{0,3}\d){6,}(?![0-9a-f])|(?<!\w)\(?\d{3}\)?\.\d{3}\.\d{4}(?!\w)",
}
_PERSONAL = re.compile(
    f"(?P<kept>{_IDS})|" + "|".join(f"({pattern})" for pattern in _PATTERNS.values()), re.IGNORECASE | re.DOTALL
)
_NAMES = ("", "", *_PATTERNS)  # group 1 are ids


def masked(text: str) -> str:
    """The text with every e-mail address, number of 7 digits or more, amount, key, token and answer named, not told.

    Numbers are those of cards, banks, phones, taxpayers and dates of birth: they look alike.
    """
    return _PERSONAL.sub(lambda found: found[0] if found["kept"] else f"[{_NAMES[found.lastindex or 0]}]", text)
