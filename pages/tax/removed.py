"""What a guest sees who has removed their estimate from this device."""

from nicegui import ui

from components.layout import row
from components.link import link
from components.prose import paragraph
from ui.guards import AnyVisit
from ui.page_frame import page_frame


@ui.page("/tax/removed")
async def removed_page(visit: AnyVisit) -> None:
    """Say that it is gone, and where to go."""
    with page_frame("Your estimate is removed", visit):
        paragraph("It was kept for this device alone. Nobody can open it again.")
        with row():
            link("Begin a new estimate", "/tax", kind="main")
            link("First page", "/")
