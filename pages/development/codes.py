"""The codes that the phones of demo staff would show (development only)."""

from nicegui import ui

from components.description_list import Entry, description_list
from components.link import link
from components.prose import paragraph
from services import demo
from ui.guards import AnyVisit, HouseDep
from ui.page_frame import page_frame


@ui.page("/development/codes")
async def codes_page(house: HouseDep, visit: AnyVisit) -> None:
    """A code for each of them; load the page again for the next one."""
    with page_frame("Codes of demo staff", visit):
        paragraph("People who work here need a second step at sign-in. Each code works once.")
        description_list(
            [Entry(address, code or "Wait 30 seconds for the next one") for address, code in await demo.codes(house)]
        )
        link("Show the next codes", visit.path, kind="main")
