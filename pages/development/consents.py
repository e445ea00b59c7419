"""A consent as people would read it, also while nothing asks for one (development only)."""

from nicegui import ui

from components.prose import paragraph
from db.values.consents import ConsentPurpose
from services.attempts import Attempt
from services.consents import Asked
from services.errors import NotFound
from ui.consents.signing import consent_to_sign
from ui.guards import AnyVisit
from ui.page_frame import page_frame


@ui.page("/development/consents/{purpose}")
async def consent_to_look_at_page(visit: AnyVisit, purpose: str) -> None:
    """Draw the words and the form of one purpose. NotFound for any other."""
    if purpose not in set(ConsentPurpose):
        raise NotFound
    asked = Asked(ConsentPurpose(purpose), "Example Insurance" if purpose == ConsentPurpose.PARTNER else "")
    with page_frame(asked.words.title, visit):
        paragraph("Nothing asks for this consent now, so what you sign here is refused. This page is for development.")
        consent_to_sign(asked, Attempt())
