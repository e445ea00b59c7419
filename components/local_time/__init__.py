"""Moments of a page: written in UTC, and told by a script in the time zone of whoever looks.

Every word of a page is drawn by components/native.py, which asks here; so no page has to think of it. Without a script
the words stay in UTC, and say so.
"""

import re

from services.words import month_number

_DAY = r"\b(?P<day>(?P<month>[A-Z][a-z]{2,8}) (?P<of_month>\d{1,2}), (?P<year>\d{4}))"
_MOMENT = re.compile(_DAY + r" at (?P<hour>\d\d):(?P<minute>\d\d) UTC\b")
"""What services.words.moment writes."""
_DAY_OF_MOMENT = re.compile(_DAY + r" \((?P<hour>\d\d):(?P<minute>\d\d) UTC\)")
"""What services.words.day_of writes: a page tells the day alone."""


def with_times(html: str) -> str:
    """Words as HTML, in which each moment, and each day of one, is a `time` that a program can read."""
    return _DAY_OF_MOMENT.sub(_as_day, _MOMENT.sub(_as_time, html)) if "UTC" in html else html


def _as_time(found: re.Match[str]) -> str:
    return _told(found, found[0])


def _as_day(found: re.Match[str]) -> str:
    return _told(found, f"{found['day']} (UTC)", ' class="day-alone"')


def _told(found: re.Match[str], words: str, attributes: str = "") -> str:
    month = month_number(found["month"])
    if month is None:
        return found[0]
    day = f"{found['year']}-{month:02}-{int(found['of_month']):02}"
    return f'<time datetime="{day}T{found["hour"]}:{found["minute"]}Z"{attributes}>{words}</time>'
