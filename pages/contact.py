"""How to reach us without hearing or speaking: the ways that exist today, and no others."""

from nicegui import ui

from components.layout import row, section
from components.link import link
from components.prose import paragraph
from ui.guards import HouseDep, Visit
from ui.how_we_talk import how_we_talk
from ui.page_frame import page_frame
from ui.visits import ReaderVisit


@ui.page("/contact")
async def contact_page(house: HouseDep, visit: ReaderVisit) -> None:
    """Lead to the form and to the e-mail address, and say what becomes of the person's choice how to talk."""
    with page_frame("Contact us", visit):
        paragraph("You never need to hear or speak to reach us. Today there are two ways.")
        with section("Write to us, or sign to us"):
            _form()
        with section("Send us an email"):
            _email(house.settings.support_email)
        with section("How we answer"):
            _answers(visit)


def _form() -> None:
    paragraph("Use our form. You can write. You can also send a video in which you sign. You need no account.")
    with row():
        link("Tell us something", "/feedback", kind="main")
        link("Tell us about a barrier", "/feedback?about=accessibility", kind="quiet")


def _email(address: str) -> None:
    with paragraph("Our address is "):
        link(address, f"mailto:{address}")
    paragraph("Please send no tax papers and no Social Security number by email. Email is not private enough for that.")


def _answers(visit: Visit) -> None:
    paragraph("A person from our team answers by email, in writing. We do not promise a time yet.")
    paragraph("We keep how we talk with each message that you send with our form. Our team sees it.")
    how_we_talk(visit)
