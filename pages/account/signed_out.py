"""What a person sees after signing out."""

from typing import Literal

from nicegui import ui

from components.layout import row
from components.link import link
from components.prose import paragraph
from services.words import sentence
from ui.guards import AnyVisit
from ui.page_frame import page_frame


@ui.page("/signed-out")
async def signed_out_page(visit: AnyVisit, by: Literal["here", "elsewhere"] = "here") -> None:
    """Say that it worked, or why it happened, and where to go."""
    with page_frame("You are signed out", visit):
        if by == "elsewhere":
            paragraph(sentence("session_end.elsewhere"))
        paragraph("If you have an account, what you saved in it is kept. Sign in again to see it.")
        with row():
            link("Sign in", "/sign-in", kind="main")
            link("First page", "/")
