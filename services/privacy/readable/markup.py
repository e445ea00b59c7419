"""Text that stands in the page: whatever a person typed is text there, and never markup."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from typing import NewType

from services.words import long_date, moment

Markup = NewType("Markup", str)


def text(said: str) -> Markup:
    """Words as they are; lines stay lines."""
    return Markup(f'<span class="lines">{escape(said)}</span>' if "\n" in said else escape(said))


def time(at: datetime) -> Markup:
    """A moment, with its zone: a copy has no script that could tell it in the reader's own."""
    return Markup(f'<time datetime="{at:%Y-%m-%dT%H:%M:%SZ}">{moment(at)}</time>')


def day(on: date) -> Markup:
    """A day without an hour."""
    return Markup(f'<time datetime="{on.isoformat()}">{long_date(on)}</time>')


def bullets(entries: Sequence[str]) -> Markup:
    """A list."""
    return Markup(f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in entries)}</ul>")
