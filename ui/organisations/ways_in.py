"""The ways in through organisations, for the page of signing in."""

from urllib.parse import quote

from components.layout import row, section
from components.link import link
from components.prose import paragraph
from services.house import House
from services.words import sentence


def ways_in(house: House, back_to: str) -> None:
    """A link for each organisation of the settings; nothing without any."""
    if not house.providers.organisations:
        return
    with section(sentence("organisation_ways.title")):
        paragraph(sentence("organisation_ways.what"))
        with row():
            for key, provider in house.providers.organisations.items():
                words = sentence("organisation_ways.sign_in", name=provider.name)
                link(words, f"/sign-in/with/{key}?next={quote(back_to, safe='')}", kind="quiet")
