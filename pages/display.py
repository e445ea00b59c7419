"""How the screen looks, and how alerts come: the page shows each choice at once, and keeps it when it is saved."""

from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Query
from nicegui import ui

from components.alert_trial import alert_trial
from components.button import button
from components.choice_group import Choice, choice_group
from components.form import form
from components.layout import column, section, with_side
from components.live_preview import live_preview
from components.notice import notice
from components.prose import paragraph
from db.values.display import Motion, Switch, TextSize, Theme
from services.attempts import Attempt
from services.preferences import Preferences
from services.words import sentence
from ui.guards import AnyVisit, attempt_at
from ui.page_frame import page_frame

_ICONS: dict[str, str] = {"system": "monitor", "light": "sun", "dark": "moon", "contrast": "contrast"}


@ui.page("/display")
async def display_page(
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("display"))],
    back_to: Annotated[str, Query(alias="next")] = "/display?saved=true",
    saved: bool = False,
) -> None:
    """Let the person choose, with and without an account. Who came from no page of ours reads here that it is saved."""
    asked = _Asked(visit.preferences, attempt)
    with page_frame("Display and alerts", visit):
        if saved:
            with notice("good"):
                paragraph("Your choices are saved. Every page shows them now.")
        paragraph("Choose what is easiest for you. This page shows each choice at once. Save to keep it on every page.")
        with form("/api/forms/display", hidden={"next": back_to}):
            with live_preview(), with_side(even=True):
                with column(), section("How the screen looks"):
                    asked.choice("theme", "Colors", Theme, icons=_ICONS)
                    asked.choice("text_size", "Text size", TextSize)
                    asked.choice("motion", "Movement", Motion)
                with column(), section("How alerts come"):
                    paragraph("An alert tells you something at once. It never makes a sound. It always has words.")
                    asked.choice("vibration", "On a phone", Switch)
                    asked.choice(
                        "glow", "On the screen", Switch, hint="It never flashes. Without movement, it is still."
                    )
                    alert_trial("Show me an alert")
            button("Save", submit=True)
        paragraph("We keep your choices on this device for a year, and with your account if you have one.", soft=True)


class _Asked:
    """The questions of the page, with what was chosen before and what is wrong now."""

    def __init__(self, chosen: Preferences, attempt: Attempt) -> None:
        self._chosen, self._attempt = chosen, attempt

    def choice(
        self, name: str, legend: str, kind: type[StrEnum], *, icons: dict[str, str] | None = None, hint: str = ""
    ) -> None:
        """One question. With icons its answers are tiles."""
        code = self._attempt.errors.get(name)
        choice_group(
            legend,
            [Choice(str(value), sentence(f"{name}.{value}"), icon=(icons or {}).get(value, "")) for value in kind],
            value=str(getattr(self._chosen, name)),
            name=name,
            hint=hint,
            error=sentence(code) if code else "",
            appearance="ways" if icons else "list",
        )
