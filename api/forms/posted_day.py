"""A day in a form that is posted: three parts under one name, and the same parts when the form comes back."""

from datetime import date

from components.date_field.parse import PARTS, read_date
from components.field import Unreadable
from services.errors import Invalid


def posted_day(field: str, *parts: str) -> date | None:
    """The day that was typed as month, day and year; None where nothing was. Invalid(field) for one that is none."""
    try:
        return read_date(list(parts))
    except Unreadable as problem:
        raise Invalid(field, problem.code) from problem


def typed_parts(field: str, *parts: str) -> dict[str, str]:
    """What was typed, under the names of the inputs."""
    return {f"{field}-{name}": part for name, part in zip(PARTS, parts, strict=True)}
