"""What is typed for a button: it is saved when that is pressed, and its draft stays until then."""

from typing import Any

from components.field import Field


async def held(_: object) -> None:
    """The `on_commit` of such a field: what is typed or chosen waits for the button."""


def done(problem: str | None, *fields: Field[Any]) -> str | None:
    """What went wrong at the press; if nothing did, these fields need their drafts no more."""
    if problem is None:
        for field in fields:
            field.let_go()
    return problem
