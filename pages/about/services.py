"""Which outside services are live: what each does for people, how it is now, and what happens without it."""

from collections.abc import Iterator

from nicegui import ui

from components.layout import section
from components.prose import paragraph
from components.tag import tag
from services.providers.standing import ProviderStanding, State, providers
from services.words import sentence
from ui.guards import AnyVisit, HouseDep
from ui.page_frame import page_frame


@ui.page("/services")
async def services_page(house: HouseDep, visit: AnyVisit) -> None:
    """Say it for every outside service, from the settings of the house."""
    with page_frame("What is live", visit):
        paragraph("Some parts of this app can use a service outside of it. Here you see which ones are in use now.")
        for one in providers(house.settings):
            with section(sentence(f"provider.{one.name}.name")):
                with paragraph():
                    tag(sentence(f"provider.state.{one.state}"), "good" if one.state is State.LIVE else "plain")
                for words in _told(one):
                    paragraph(words)


def _told(one: ProviderStanding) -> Iterator[str]:
    yield sentence(f"provider.{one.name}.what")
    yield sentence(f"provider.{one.name}.{one.state}", who=", ".join(one.who))
    if one.state is State.LIVE:
        yield sentence(f"provider.{one.name}.without")
