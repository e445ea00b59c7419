"""The states of date_field."""

from datetime import date

from components.date_field import date_field


async def _kept(_: date | None) -> None: ...


def empty() -> None:
    """Empty"""
    date_field("When were you born?", hint="For example 3 27 1985", birthday=True, on_commit=_kept)


def filled_in() -> None:
    """Filled in"""
    date_field("When was your child born?", value=date(2019, 3, 27), on_commit=_kept)


def wrong() -> None:
    """With an error"""
    date_field(
        "When did you buy the hearing aids?",
        typed=["2", "30", "2025"],
        error="February has 28 days, and 29 in a leap year. Check the month and the day.",
        on_commit=_kept,
    )


def required() -> None:
    """Required"""
    date_field("When did you move?", required=True, on_commit=_kept)


def locked() -> None:
    """It can't be changed now, and why"""
    date_field("When was this return signed?", value=date(2026, 3, 1)).lock("The IRS has this date.")
