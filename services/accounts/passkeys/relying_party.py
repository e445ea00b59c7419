"""Who we are to a passkey: it works for one name, and from one origin (Web Authentication, 5.1.2 and 7.2)."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from services.settings import Settings

NAME = "MBTQ"


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """The name that a passkey is bound to, and the origin that its answers must come from."""

    id: str
    origin: str


def relying_party(settings: Settings) -> RelyingParty:
    """Both come from PUBLIC_URL. If that changes its host, every passkey stops to work."""
    return RelyingParty(urlsplit(settings.public_url).hostname or "", settings.public_url)
