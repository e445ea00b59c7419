"""A result that is open while its answers are changed in another window or on another device."""

from components.layout import column
from components.link import link
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph
from services.house import House
from services.returns.estimate import Estimate
from services.words import sentence
from ui.answers.following import follow
from ui.estimate.opening import page_of


def tell_of_changes(house: House, estimate: Estimate) -> None:
    """Say it once, with the way to what comes out now. What somebody is reading stays as it is."""
    place = column()

    async def tell() -> None:
        if not place.default_slot.children:
            with place, notice(), paragraph(f"{sentence('result.changed')} "):
                link(sentence("result.show_anew"), page_of(estimate, "result"))
            announce(sentence("result.changed"))

    follow(house, estimate.return_id, shown=lambda: estimate.revision, look=tell)
