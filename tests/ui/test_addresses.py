"""Nobody can pretend to be somewhere else, unless a proxy that we trust says so."""

from ipaddress import ip_network

import pytest

from ui.addresses import address_of, place_of, read_address

PROXIES = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]


def seen(peer: str | None, *forwarded: str, trusted: bool = True) -> str:
    scope = {
        "type": "http",
        "client": (peer, 40000) if peer else None,
        "headers": [(b"x-forwarded-for", line.encode()) for line in forwarded],
    }
    return str(address_of(scope, PROXIES if trusted else ()))


def test_without_trusted_proxies_only_the_connection_counts() -> None:
    assert seen("203.0.113.9", "198.51.100.1") == "203.0.113.9"
    assert seen("10.0.0.1", "198.51.100.1", trusted=False) == "10.0.0.1"


def test_a_stranger_s_header_is_not_believed() -> None:
    assert seen("203.0.113.9", "10.0.0.1") == "203.0.113.9"


@pytest.mark.parametrize(
    ("forwarded", "client"),
    [
        (("198.51.100.1",), "198.51.100.1"),
        (("1.1.1.1, 198.51.100.1",), "198.51.100.1"),
        (("1.1.1.1, 198.51.100.1, 10.0.0.2",), "198.51.100.1"),
        (("1.1.1.1", "198.51.100.1, fd00::2"), "198.51.100.1"),
        (("::ffff:198.51.100.1",), "198.51.100.1"),
        (("2001:db8::7",), "2001:db8::7"),
        (("10.0.0.9",), "10.0.0.9"),
        (("198.51.100.1, somebody",), "10.0.0.1"),
        (("198.51.100.1,",), "10.0.0.1"),
        ((), "10.0.0.1"),
    ],
)
def test_our_proxy_is_believed_from_the_right_and_no_further_than_the_first_stranger(
    forwarded: tuple[str, ...], client: str
) -> None:
    assert seen("10.0.0.1", *forwarded) == client


def test_a_socket_in_the_file_system_has_no_address() -> None:
    assert seen(None, "198.51.100.1") == "None"
    assert place_of(None) == "here"


def test_who_has_one_address_of_ipv6_has_a_whole_network_and_is_one_place() -> None:
    one, other, elsewhere = [read_address(text) for text in ("2001:db8::1", "2001:db8::ffff:1", "2001:db8:0:1::1")]
    assert place_of(one) == place_of(other) == "2001:db8::/64"
    assert place_of(elsewhere) != place_of(one)
    assert place_of(read_address("198.51.100.1")) == "198.51.100.1"
