"""Who may see how the house is inside: the networks in HEALTH_NETWORKS, and whoever sends HEALTH_TOKEN."""

from hmac import compare_digest
from ipaddress import ip_address

from fastapi import Request

from services.settings import Settings

_PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip")


def is_insider(request: Request, settings: Settings) -> bool:
    """Whether this request comes from one of our networks, with no proxy between, or has the token."""
    token = settings.health_token
    given = request.headers.get("authorization", "").encode()
    if token is not None and compare_digest(given, f"Bearer {token.get_secret_value()}".encode()):
        return True
    # What a proxy passed on comes from its address, which is often one of ours, and was sent by anybody.
    passed_on = any(header in request.headers for header in _PASSED_ON)
    return not passed_on and request.client is not None and _is_ours(request.client.host, settings)


def _is_ours(host: str, settings: Settings) -> bool:
    try:
        address = ip_address(host)
    except ValueError:  # a socket in the file system has no address
        return False
    address = getattr(address, "ipv4_mapped", None) or address
    return any(address in network for network in settings.health_networks)
