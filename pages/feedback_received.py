"""After telling us something: what we have, and the number by which the person can name it."""

from uuid import UUID

from nicegui import ui

from components.description_list import Entry, description_list
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import feedback
from services.feedback import Received
from services.words import day_of, sentence
from services.words.sizes import size_in_words
from ui.guards import AnyVisit, HouseDep
from ui.page_frame import page_frame


@ui.page("/feedback/{feedback_id}")
async def feedback_received_page(feedback_id: UUID, house: HouseDep, visit: AnyVisit) -> None:
    """Whoever has this address sees the number and what kind of message it was, and none of its words."""
    async with house.transaction(feedback.DESK) as session:
        received = await feedback.received_at(session, feedback_id)
    with page_frame("We have your message", visit):
        with notice("good", title=f"The number of your message is {received.reference}."):
            paragraph("Write this number down. You can name it when you contact us again.")
        description_list(_entries(received))
        with row():
            link("Contact us", "/contact", kind="quiet")
            link("First page", "/")


def _entries(received: Received) -> list[Entry]:
    answer = "We wrote to the address that you gave." if received.has_address else "You left no address."
    return [
        Entry("Number", received.reference),
        Entry("About", sentence(f"feedback.about.{received.about}.label")),
        Entry("Text", "Received" if received.has_message else "None"),
        Entry("Signed video", f"Received, {size_in_words(received.video_bytes)}" if received.video_bytes else "None"),
        Entry("Email", answer),
        Entry("Received on", day_of(received.received_at)),
    ]
