"""What a person sees after signing out."""

from nicegui import ui

from components.layout import row
from components.link import link
from components.prose import paragraph
from ui.guards import AnyVisit
from ui.page_frame import page_frame


@ui.page("/signed-out")
async def signed_out_page(visit: AnyVisit) -> None:
    """Say that it worked, and where to go."""
    with page_frame("You are signed out", visit):
        paragraph("If you have an account, what you saved in it is kept. Sign in again to see it.")
        with row():
            link("Sign in", "/sign-in", kind="main")
            link("First page", "/")
