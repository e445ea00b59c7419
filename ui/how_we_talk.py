"""How we talk, on a page that leads to a person: the choice in words, and the ways to change it and to say more."""

from urllib.parse import quote

from components.layout import row
from components.link import link
from components.prose import paragraph, phrase, strong
from services.intake.steps import Step
from services.words import sentence
from ui.guards import Visit


def how_we_talk(visit: Visit) -> None:
    """What this visitor chose, for whoever answers them."""
    with paragraph(f"{sentence('how_we_talk.chosen')} "):
        strong(sentence(f"talk.{visit.preferences.talk}.by"))
        phrase(".")
    with row():
        link(sentence("how_we_talk.change"), f"/talk?next={quote(visit.address)}", kind="quiet")
        link(sentence("how_we_talk.more"), f"{Step.LANGUAGE.path}?from=result", kind="quiet")
