"""How the screen looks: colours, text size and movement."""

from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Query
from nicegui import ui

from components.button import button
from components.choice_group import Choice, choice_group
from components.form import form
from components.prose import paragraph
from db.values import Motion, TextSize, Theme
from services.attempts import Attempt
from services.words import sentence
from ui.guards import AnyVisit, attempt_at
from ui.page_frame import page_frame


@ui.page("/display")
async def display_page(
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("display"))],
    back_to: Annotated[str, Query(alias="next")] = "/",
) -> None:
    """Let the person choose, with and without an account."""
    chosen = visit.preferences
    with page_frame("Display", visit):
        paragraph("Choose what is easiest for your eyes. We remember it on this device, and with your account.")
        with form("/api/forms/display", hidden={"next": back_to}):
            for name, legend, kind in _SETTINGS:
                _choice(name, legend, kind, str(getattr(chosen, name)), attempt)
            button("Save", submit=True)


_SETTINGS: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("theme", "Colors", Theme),
    ("text_size", "Text size", TextSize),
    ("motion", "Movement", Motion),
)


def _choice(name: str, legend: str, kind: type[StrEnum], value: str, attempt: Attempt) -> None:
    options = [Choice(str(choice), sentence(f"{name}.{choice}")) for choice in kind]
    code = attempt.errors.get(name)
    choice_group(legend, options, value=value, name=name, error=sentence(code) if code else "")
