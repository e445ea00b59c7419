"""Figures and dates as people in the United States write them."""

from datetime import date, datetime
from decimal import Decimal

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FEWEST_LETTERS = 3  # Ju may be two months, and Jan is how forms print it


def dollars(amount: Decimal) -> str:
    """`$1,234.56`, and `$1,234` where there are no cents. ValueError for fractions of a cent: nothing is rounded."""
    return dollars_and_cents(amount).removesuffix(".00")


def in_dollars(cents: int) -> str:
    """`$1,234.56` for 123456, as `dollars` says it."""
    return dollars(Decimal(cents) / 100)


def change_in_dollars(cents: int) -> str:
    """`+ $214`, `− $20` and `$0`: what goes up or down says so, as in a column of changes."""
    sign = "+ " if cents > 0 else "− " if cents < 0 else ""
    return f"{sign}{in_dollars(abs(cents))}"


def dollars_and_cents(amount: Decimal) -> str:
    """`$1,234.00`, for columns of figures. ValueError for fractions of a cent: nothing is rounded."""
    if amount != round(amount, 2):
        raise ValueError("An amount of money has whole cents.")
    sign = "−" if amount < 0 else ""  # U+2212: speech and braille often skip a hyphen, and a debt would become a refund
    return f"{sign}${abs(amount):,.2f}"


def long_date(day: date) -> str:
    """`April 15, 2026`. Written out, because 4/5 is another day elsewhere; independent of the server’s locale."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def month_and_day(day: date) -> str:
    """`Apr 15`, where the year is known and there is little room."""
    return f"{_MONTHS[day.month - 1][:_FEWEST_LETTERS]} {day.day}"


def month_in_short(day: date) -> str:
    """`Apr`, and `2026` for January: a scale begins its years there."""
    return str(day.year) if day.month == 1 else _MONTHS[day.month - 1][:_FEWEST_LETTERS]


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or its first letters (three or more), as people write them: "July", "sept."."""
    letters = name.strip().removesuffix(".").casefold()
    found = (number for number, month in enumerate(_MONTHS, start=1) if month.casefold().startswith(letters))
    return next(found, None) if len(letters) >= _FEWEST_LETTERS else None


def moment(at: datetime) -> str:
    """`February 3, 2026 at 14:05 UTC`: the same for everybody who looks, wherever they are."""
    return f"{long_date(at.date())} at {clock(at)} UTC"


def day_of(at: datetime) -> str:
    """`February 3, 2026 (14:05 UTC)`: the day of a moment. With its time, because it is another day elsewhere.

    A page shows the day alone (components/local_time).
    """
    return f"{long_date(at.date())} ({clock(at)} UTC)"


def clock(at: datetime) -> str:
    """`14:05`, of a day that is known."""
    return f"{at:%H:%M}"


def capitalised(words: str) -> str:
    """The same with a capital letter first, as the beginning of a line; the rest stays as it is."""
    return words[:1].upper() + words[1:]
