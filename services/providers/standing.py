"""Which outside services are in use, judged by the settings alone: nothing is called, and no secret is told."""

from dataclasses import dataclass
from enum import StrEnum

from services.settings import Settings


class State(StrEnum):
    """Whether somebody outside does it for us, the app does it itself, or it is not done at all."""

    LIVE = "live"
    EMBEDDED = "embedded"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class ProviderStanding:
    """One thing that an outside service can do for us. Its words are `provider.<name>.…` in content/en.

    `who` are those who do it, where there may be several.
    """

    name: str
    state: State
    who: tuple[str, ...] = ()


def providers(settings: Settings) -> tuple[ProviderStanding, ...]:
    """Every one of them, those that people notice most first."""
    return (
        ProviderStanding("database", _or_embedded(settings.database_url)),
        ProviderStanding("mail", _or_embedded(settings.smtp_host)),
        ProviderStanding(
            "organisations",
            State.LIVE if settings.organisations else State.OFF,
            tuple(organisation.name for organisation in settings.organisations.values()),
        ),
        ProviderStanding("redis", _or_embedded(settings.redis_url)),
        ProviderStanding("sentry", State.LIVE if settings.sentry_dsn else State.OFF),
    )


def _or_embedded(address: object) -> State:
    return State.EMBEDDED if address is None else State.LIVE
