"""Where a request comes from. Anybody can write X-Forwarded-For, so only our own proxies are believed."""

from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from starlette.datastructures import Headers
from starlette.types import Scope

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
_ONE_PLACE_V6 = 64
"""Whoever has one IPv6 address can use all that begin with the same 64 bits (RFC 6177)."""


def address_of(scope: Scope, proxies: Collection[Network]) -> Address | None:
    """The client's address: the last hop that is no proxy of ours. None for a socket in the file system.

    Each proxy adds who called it at the right of X-Forwarded-For; further left stands what the client made up.
    """
    nearest = read_address(scope["client"][0]) if scope.get("client") else None
    hops = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
    while nearest is not None and hops and is_in(nearest, proxies):
        further = read_address(hops.pop().strip())
        if further is None:
            break
        nearest = further
    return nearest


def place_of(address: Address | None) -> str:
    """What counts as one place: an IPv4 address, or a network of IPv6 that one customer is given."""
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, _ONE_PLACE_V6), strict=False))
    return str(address or "here")


def read_address(text: str) -> Address | None:
    """An address, IPv4 also where it is written inside IPv6; None if the text is none."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def is_in(address: Address, networks: Collection[Network]) -> bool:
    """Whether the address is in one of the networks."""
    return any(address in network for network in networks)
