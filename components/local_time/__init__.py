"""Moments of a page: written in UTC, and told by a script in the time zone of whoever looks.

Every word of a page is drawn by components/native.py, which asks here; so no page has to think of it. Without a script
the words stay in UTC, and say so.
"""

import re

from services.words import month_number

_MOMENT = re.compile(r"\b([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4}) at (\d\d):(\d\d) UTC\b")
"""What services.words.moment writes."""


def with_times(html: str) -> str:
    """Words as HTML, in which each moment is a `time` that a program can read."""
    return _MOMENT.sub(_as_time, html)


def _as_time(found: re.Match[str]) -> str:
    name, day, year, hour, minute = found.groups()
    month = month_number(name)
    if month is None:
        return found[0]
    return f'<time datetime="{year}-{month:02}-{int(day):02}T{hour}:{minute}Z">{found[0]}</time>'
