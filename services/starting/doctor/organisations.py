"""The organisations at which people can sign in: whether each publishes its addresses and its keys."""

from collections.abc import AsyncIterator

from services.errors import HouseError
from services.providers import providers_for
from services.providers.answering.questions import ask_organisation
from services.providers.organisations import return_address
from services.settings import Settings
from services.starting.doctor.finding import Finding, ok, wrong


async def organisations(settings: Settings) -> AsyncIterator[Finding]:
    """Read what each of them publishes, as the app does before it sends somebody there."""
    for key, organisation in providers_for(settings).organisations.items():
        try:
            await ask_organisation(settings, key)
        except HouseError:
            issuer = organisation.issuer.rstrip("/")
            yield wrong("organisation", name=organisation.name, issuer=issuer, setting=key.upper())
        else:
            yield ok("organisation", name=organisation.name, back_to=return_address(settings, key))
