"""Organisations that say who somebody is: sign-in at their own page (OpenID Connect Core 1.0, code flow).

Addresses that we fetch or send people to come from the settings, and from what the organisation itself publishes at
them. Nothing that a visitor sends is ever fetched.
"""

from dataclasses import dataclass, field
from secrets import token_urlsafe

from services.settings import Settings

_VERIFIER_BYTES = 48  # 64 characters: RFC 7636, 4.1, asks for 43 to 128


@dataclass(frozen=True, slots=True)
class Secrets:
    """What one begun sign-in is known again by. All of it stays with us but the state and the nonce."""

    state: str = field(default_factory=token_urlsafe, repr=False)
    nonce: str = field(default_factory=token_urlsafe, repr=False)
    verifier: str = field(default_factory=lambda: token_urlsafe(_VERIFIER_BYTES), repr=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is there. `address` is empty unless the organisation says that it is theirs.

    `signed_in_at` is when they last showed it who they are, in seconds since 1970; 0 if it does not say.
    """

    issuer: str
    subject: str = field(repr=False)
    address: str = field(default="", repr=False)
    signed_in_at: int = 0


def return_address(settings: Settings, key: str) -> str:
    """Where people come back to us from the organisation of this key. It must have it on its list."""
    return f"{settings.public_url}/sign-in/with/{key}/return"
