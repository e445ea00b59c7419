"""The states of money_field."""

from decimal import Decimal

from components.money_field import money_field


async def _kept(_: Decimal | None) -> None: ...


def empty() -> None:
    """Empty"""
    money_field("Box 1: wages", hint="Your pay for the year, before tax.", on_commit=_kept)


def filled_in() -> None:
    """Filled in"""
    money_field("Box 1: wages", value=Decimal(31200), on_commit=_kept)


def with_cents() -> None:
    """With cents, required"""
    money_field("Box 2: federal tax withheld", value=Decimal("2184.5"), required=True, on_commit=_kept)


def a_loss() -> None:
    """A gain or a loss"""
    money_field(
        "Long-term gain or loss",
        value=Decimal(-500),
        hint="For a loss, put a minus sign before it.",
        may_be_negative=True,
        on_commit=_kept,
    )


def wrong() -> None:
    """With an error"""
    money_field(
        "Box 2: federal tax withheld",
        value=Decimal(218400),
        hint="Tax that your employer already paid for you.",
        error="This is more than your wages. Is the point in the right place?",
        on_commit=_kept,
    )


def locked() -> None:
    """It can't be changed now, and why"""
    money_field("Box 1: wages of 2024", value=Decimal(29950)).lock("Your return of 2024 is closed.")


def long_words() -> None:
    """Long words, and the largest amount"""
    money_field("Rindfleischetikettierungsüberwachungsaufgaben", value=Decimal("999999999.99"), on_commit=_kept)
