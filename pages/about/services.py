"""Which outside services are live: what each does for people, if it answers, and what happens without it."""

from collections.abc import Iterator

from nicegui import ui

from components.layout import section
from components.prose import paragraph, phrase
from components.tag import tag
from services.providers.answering.known import MINUTES_BETWEEN, Known, known_answers
from services.providers.standing import ProviderStanding, State, providers
from services.words import sentence
from ui.guards import HouseDep
from ui.health.outside import answer_in_words, answer_tag
from ui.page_frame import page_frame
from ui.visits import ReaderVisit


@ui.page("/services")
async def services_page(house: HouseDep, visit: ReaderVisit) -> None:
    """Say it for every outside service, as it was when it was last asked."""
    answers = await known_answers(house)
    with page_frame("What is live", visit):
        paragraph(sentence("provider.page.about"))
        paragraph(sentence("provider.page.asked", minutes=MINUTES_BETWEEN))
        for one in providers(house.settings):
            with section(sentence(f"provider.{one.name}.name")):
                _state(one, [each for each in answers if each.name == one.name])
                for words in _told(one):
                    paragraph(words)


def _state(one: ProviderStanding, answers: list[Known]) -> None:
    if one.state is not State.SET_UP:
        with paragraph():
            tag(sentence(f"provider.state.{one.state}"))
    for each in answers:
        with paragraph():
            answer_tag(each)
            phrase(f" {answer_in_words(each)}")


def _told(one: ProviderStanding) -> Iterator[str]:
    yield sentence(f"provider.{one.name}.what")
    yield sentence(f"provider.{one.name}.{one.state}", who=", ".join(one.who))
    if one.state is State.SET_UP:
        yield sentence(f"provider.{one.name}.without")
