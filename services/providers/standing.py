"""Which outside services are in use, judged by the settings alone: nothing is called, and no secret is told."""

from dataclasses import dataclass
from enum import StrEnum

from services.settings import Settings


class State(StrEnum):
    """Whether somebody outside is set up to do it for us, the app does it itself, or it is not done at all.

    Whether they answer is not known here: `answering` asks them.
    """

    SET_UP = "set_up"
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
        ProviderStanding("files", State.EMBEDDED if settings.files_lie_here else State.SET_UP),
        ProviderStanding("keys", _or_embedded(settings.key_service_url)),
        ProviderStanding("mail", State.SET_UP if settings.smtp_host else State.OFF),
        ProviderStanding(
            "organisations",
            State.SET_UP if settings.organisations else State.OFF,
            tuple(organisation.name for organisation in settings.organisations.values()),
        ),
        ProviderStanding("virus_check", State.SET_UP if settings.clamav_url else State.OFF),
        ProviderStanding("redis", _or_embedded(settings.redis_url)),
        ProviderStanding("sentry", State.SET_UP if settings.sentry_dsn else State.OFF),
    )


def _or_embedded(address: object) -> State:
    return State.EMBEDDED if address is None else State.SET_UP
