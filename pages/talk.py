"""How we talk: the choice that the header of every page leads to."""

from typing import Annotated

from fastapi import Query
from nicegui import ui

from components.button import button
from components.form import form
from components.prose import paragraph
from ui.choices import talk_choice
from ui.guards import AnyVisit
from ui.page_frame import page_frame


@ui.page("/talk")
async def talk_page(visit: AnyVisit, back_to: Annotated[str, Query(alias="next")] = "/") -> None:
    """Let the person choose one of the four ways, and go back to where they were."""
    with page_frame("How do you want to talk with us?", visit):
        paragraph("We use this whenever a person from our team answers you. You never need to hear or speak.")
        with form("/api/forms/display", hidden={"next": back_to}):
            talk_choice(visit.preferences.talk, hidden_legend=True)
            button("Save my choice", submit=True)
