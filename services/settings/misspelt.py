"""Names in the environment that are nearly settings: what is written there wrongly changes nothing, and nobody says so.

In .env every name is ours, so a wrong one is refused. The environment of a process has the names of many others.
"""

import os
import re
from collections.abc import Iterator, Mapping

from services.settings import NAMES

_SHORT, _SLIPS_IN_SHORT, _SLIPS = 5, 1, 2
_LONG, _SLIPS_IN_LONG = 12, 3
_OTHER_WORDS = {"LOGIN": "USER", "SENDER": "FROM", "SERVER": "HOST"}
"""What other programs call the same."""
_SHORTEST_START = 3
_SHARED = frozenset(
    {"DATA", "DATABASE", "DEMO", "KEY", "KEYS", "LOCAL", "LOG", "MOST", "PUBLIC", "REDIS", "REQUESTS", "SENTRY", "TLS"}
)
"""First words of our names that others use, too: SENTRY_RELEASE is no slip of ours, and SMTP_HOTS is one."""
_OWN = frozenset(name.partition("_")[0] for name in NAMES if "_" in name) - _SHARED
_OF_CONTAINERS = re.compile(r"_SERVICE_(HOST|PORT)|_PORT_\d+_(TCP|UDP)|_(TCP|UDP)$")
"""What Kubernetes and Docker tell of other containers, under their names."""


def misspelt(environment: Mapping[str, str] = os.environ) -> Iterator[tuple[str, str | None]]:
    """Each name that seems to be meant for a setting, with the setting that is nearest, if one is near."""
    for written in sorted(environment):
        name = written.upper()
        if not environment[written] or name.partition("__")[0] in NAMES or _OF_CONTAINERS.search(name):
            continue
        near = None if _is_plural(name) else nearest(name)
        if near or _is_of_our_kind(name):
            yield written, near


def nearest(name: str) -> str | None:
    """The setting that somebody means who writes this; None if none is near enough.

    Of several that are as near, it is one with the same first word, then one of the same length.
    """
    first = min(NAMES, key=lambda known: _how_far(name, known))
    return first if _slips(name, first) <= _slips_allowed(name, first) else _in_other_words(name)


def _slips_allowed(name: str, known: str) -> int:
    """A word of three slips is mostly another word; behind a first word that only we use it is ours all the same."""
    if min(len(name), len(known)) > _SHORT:
        is_ours = _is_of_our_kind(name) and name.partition("_")[0] == known.partition("_")[0]
        return _SLIPS_IN_LONG if is_ours and len(name) >= _LONG else _SLIPS
    is_another_word = len(name) == len(known) and sorted(name) != sorted(known)  # COST is not meant for HOST
    return 0 if is_another_word else _SLIPS_IN_SHORT


def _in_other_words(name: str) -> str | None:
    """SMTP_PASS is the start of one of ours, SMTP_USERNAME goes on after one, SMTP_SERVER says it in another word."""
    word, _, written = name.partition("_")
    rest = _OTHER_WORDS.get(written, written)
    if not _is_of_our_kind(name) or len(rest) < _SHORTEST_START:
        return None
    known = (each for each in NAMES if each.startswith(f"{word}_"))
    alike = [each for each in known if name.startswith(each) or each.startswith(f"{word}_{rest}")]
    return min(alike, key=lambda each: _how_far(name, each), default=None)


def _is_of_our_kind(name: str) -> bool:
    return "_" in name and name.partition("_")[0] in _OWN


def _is_plural(name: str) -> bool:
    """HOSTS and PORTS are names of other programs."""
    return len(name) <= _SHORT and name[-1] == "S" and name[:-1] in NAMES


def _how_far(name: str, known: str) -> tuple[int, bool, int]:
    return (
        _slips(name, known),
        name.partition("_")[0] != known.partition("_")[0],
        abs(len(name) - len(known)),
    )


def _slips(one: str, other: str) -> int:
    """How many letters are left out, added, wrong, or changed places with the next (optimal string alignment)."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
