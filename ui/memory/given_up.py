"""A page is given up to make room for others: it says so, and how to open it again. It never does that by itself.

If it did, pages of many people would take the room from each other in turn.
"""

from enum import StrEnum

from nicegui import Client

from components.connection_notice import giving_up
from services.house import House
from services.words import sentence
from ui.drafts import kept_in_words
from ui.sessions.leaving import close_page


class Why(StrEnum):
    """What there was too much of; the values are the ends of its sentence's code."""

    OF_ONE = "of_one"
    OF_ALL = "of_all"


async def give_up(client: Client, why: Why) -> None:
    """Close this page. Should a browser that is away come back to it, NiceGUI loads it anew."""
    house: House = client.request.state.house
    said = sentence(f"given_up.{why}", kept=kept_in_words(house))
    await close_page(client, giving_up(sentence("given_up.title"), said, again=sentence("given_up.again")))
