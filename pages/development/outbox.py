"""The letters that development wrote to files instead of sending them."""

from nicegui import ui

from components.disclosure import disclosure
from components.prose import paragraph
from services.providers.mail.files import outbox
from ui.guards import AnyVisit, HouseDep
from ui.page_frame import page_frame


@ui.page("/development/outbox")
async def outbox_page(house: HouseDep, visit: AnyVisit) -> None:
    """Show every letter, the newest first."""
    letters = await outbox(house.settings.data_dir / "outbox")
    with page_frame("Outbox", visit):
        paragraph("In development no email leaves this machine. Every letter is written to a file and shown here.")
        if not letters:
            paragraph("There is no letter yet.")
        for letter in letters:
            with disclosure(letter["Subject"], above=f"To {letter['To']}, {letter['Date']}"):
                for line in letter.get_content().strip().split("\n\n"):
                    paragraph(line)
