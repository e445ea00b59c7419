"""What a person sees after signing out."""

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import Query
from nicegui import ui

from components.layout import row
from components.link import link
from components.prose import paragraph
from services.words import sentence
from ui.drafts import kept_in_words
from ui.guards import AnyVisit, HouseDep
from ui.page_frame import page_frame


@ui.page("/signed-out")
async def signed_out_page(
    house: HouseDep,
    visit: AnyVisit,
    by: Literal["here", "elsewhere", "itself", "time"] = "here",
    back_to: Annotated[str, Query(alias="next")] = "/account",
) -> None:
    """Say that it worked, or why it happened, and where to go."""
    with page_frame("You are signed out", visit):
        if by == "elsewhere":
            paragraph(sentence("session_end.elsewhere"))
        if by == "itself":
            paragraph(sentence("session_end.by_itself", kept=kept_in_words(house)))
        if by == "time":
            paragraph(sentence("session_end.by_time"))
        paragraph("If you have an account, what you saved in it is kept. Sign in again to see it.")
        with row():
            link("Sign in", f"/sign-in?next={quote(back_to)}", kind="main")
            link("First page", "/")
