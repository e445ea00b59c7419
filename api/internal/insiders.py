"""Who may see how the house is inside: the networks in HEALTH_NETWORKS, and whoever sends HEALTH_TOKEN."""

from hmac import compare_digest

from fastapi import Request

from services.settings import Settings
from ui.addresses import is_in, read_address

_PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip")


def is_insider(request: Request, settings: Settings) -> bool:
    """Whether this request comes from one of our networks, with no proxy between, or has the token."""
    token = settings.health_token
    scheme, _, given = request.headers.get("authorization", "").partition(" ")  # RFC 9110, 11.1: in any case of letters
    if token and scheme.lower() == "bearer" and compare_digest(given.encode(), token.get_secret_value().encode()):
        return True
    # What a proxy passed on comes from its address, which is often one of ours, and was sent by anybody.
    passed_on = any(header in request.headers for header in _PASSED_ON)
    address = read_address(request.client.host) if request.client and not passed_on else None
    return address is not None and is_in(address, settings.health_networks)
