"""The states of number_field."""

from components.number_field import number_field


async def _kept(_: int | None) -> None: ...


def empty() -> None:
    """Empty"""
    number_field("How many miles did you drive?", hint="There and back.", on_commit=_kept)


def filled_in() -> None:
    """Filled in"""
    number_field("Miles", value=1200, on_commit=_kept)


def wrong() -> None:
    """With an error"""
    number_field("People who work for you", required=True, error="Type a whole number, like 1,200.", on_commit=_kept)
