"""The states of local_time."""

from datetime import UTC, datetime

from components.button import button
from components.description_list import Entry, description_list
from components.prose import paragraph
from services.words import day_of, moment

_AT = datetime(2026, 11, 30, 5, 18, tzinfo=UTC)
_LATER = datetime(2026, 7, 4, 16, 0, tzinfo=UTC)


def in_a_sentence() -> None:
    """In a sentence, in winter and in summer"""
    paragraph(f"You asked on {moment(_LATER)}. We answered on {moment(_AT)}.")


def in_a_list() -> None:
    """As what a term means, beside the name of a paper"""
    description_list([Entry("W-2 sent", f"W-2, {moment(_AT)}")])


def as_a_day() -> None:
    """As the day of a moment alone"""
    paragraph(f"It was set on {day_of(_AT)}.")


def changed_later() -> None:
    """In words that change while the page is open"""
    words = paragraph("Nobody has looked yet.")

    async def look() -> None:
        words.set_text(f"Last looked at: {moment(_AT)}.")

    button("Look", on_press=look)
