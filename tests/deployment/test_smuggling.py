"""A request whose end can be read in two ways is refused, by nginx and by the app alone: nothing hides behind it.

Such a request could slip a second one past nginx, or give its answer to the next person (RFC 9112, 11.2).
"""

import socket
from contextlib import closing

import psycopg
import pytest

from db.engine import libpq_url
from tests.api.forms_with_files import BOUNDARY, body_of
from tests.database import DatabaseUrls
from tests.deployment.standing import Standing
from tests.security.attempts import Attempts

WAYS = ("nginx", "the app alone")
PATIENCE_SECONDS = 10
HIDDEN = b"GET /api/internal/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
IN_CHUNKS = b"0\r\n\r\n" + HIDDEN
FORM = b"Content-Type: application/x-www-form-urlencoded"
CHUNKED, ITS_LENGTH = b"Transfer-Encoding: chunked", b"Content-Length: %d" % len(IN_CHUNKS)
TWO_ENDS = {
    "a length and chunks": ((ITS_LENGTH, CHUNKED), IN_CHUNKS),
    "chunks and a length": ((CHUNKED, b"Content-Length: 5"), IN_CHUNKS),
    "chunks after a line feed alone": ((b"X: y\nTransfer-Encoding: chunked", ITS_LENGTH), IN_CHUNKS),
    "chunks after a space": ((b"Transfer-Encoding : chunked", ITS_LENGTH), IN_CHUNKS),
    "chunks behind a control character": ((b"Transfer-Encoding: \x0bchunked", ITS_LENGTH), IN_CHUNKS),
    "chunks in a folded line": ((b"Transfer-Encoding:\r\n chunked", ITS_LENGTH), IN_CHUNKS),
    "a coding that nobody knows": ((b"Transfer-Encoding: xchunked",), IN_CHUNKS),
    "chunks that are not the last coding": ((b"Transfer-Encoding: chunked, identity",), IN_CHUNKS),
    "two codings": ((CHUNKED, b"Transfer-Encoding: identity"), IN_CHUNKS),
    "two lengths": ((b"Content-Length: 0", b"Content-Length: %d" % len(HIDDEN)), HIDDEN),
    "two lengths in one line": ((b"Content-Length: 0, %d" % len(HIDDEN),), HIDDEN),
    "a length with a sign": ((b"Content-Length: +0",), HIDDEN),
    "a length below nothing": ((b"Content-Length: -1",), HIDDEN),
    "a length in another base": ((b"Content-Length: 0x0",), HIDDEN),
    "a length with more behind it": ((b"Content-Length: 0 %d" % len(HIDDEN),), HIDDEN),
    "a length that no machine can count": ((b"Content-Length: 99999999999999999999999",), HIDDEN),
    "a length after a space": ((b"Content-Length : 0",), HIDDEN),
    "a chunk of no size": ((CHUNKED,), b"G\r\nx\r\n" + IN_CHUNKS),
    "a chunk below nothing": ((CHUNKED,), b"-1\r\nx\r\n" + IN_CHUNKS),
    "a chunk that no machine can count": ((CHUNKED,), b"fffffffffffffffff\r\n" + IN_CHUNKS),
    "a chunk with more than it says": ((CHUNKED,), b"1\r\nxx\r\n" + IN_CHUNKS),
}


def asked(site: Standing, way: str, request: bytes, *, ends: bool = False) -> bytes:
    """All that comes back until the connection is closed. With `ends` we say that nothing more comes from us."""
    app = site.processes[0]
    port, trusted = (site.nginx.tls_port, site.nginx.trusted()) if way == "nginx" else (app.port, app.trusted())
    plain = socket.create_connection(("127.0.0.1", port), PATIENCE_SECONDS)
    with closing(trusted.wrap_socket(plain, server_hostname="localhost")) as line:
        line.sendall(request)
        if ends:
            line.shutdown(socket.SHUT_WR)
        told = b""
        while piece := line.recv(65_536):
            told += piece
    return told


def posted(site: Standing, *lines: bytes, body: bytes, to: bytes = b"sign-in") -> bytes:
    """A form of ours with these headers and this body."""
    ours = (b"Host: localhost", b"Origin: " + site.nginx.address.encode())
    return b"\r\n".join((b"POST /api/forms/%s HTTP/1.1" % to, *ours, *lines, b"", body))


def messages(urls: DatabaseUrls) -> int:
    """How many people have told us something."""
    with psycopg.connect(libpq_url(urls.owner)) as connection:
        [(number,)] = connection.execute("select count(*) from feedback").fetchall()
    return int(number)


@pytest.mark.parametrize("way", WAYS)
def test_a_request_with_two_ends_is_refused_with_all_that_hides_behind_it(
    site: Standing, attempts: Attempts, way: str
) -> None:
    for name, (lines, body) in TWO_ENDS.items():
        told = asked(site, way, posted(site, *lines, body=body))
        is_refused = told.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 501 ")) and told.count(b"HTTP/1.1 ") == 1
        attempts.tried(f"{name}: {told[:200]!r}", refused=is_refused)
    with site.browser() as somebody:
        for _ in range(8):  # over the connections that nginx keeps open to the app
            assert "<title>Sign in" in somebody.get("/sign-in").text


@pytest.mark.parametrize("way", WAYS)
def test_what_comes_after_the_length_of_a_form_is_none_of_it(site: Standing, attempts: Attempts, way: str) -> None:
    told = asked(site, way, posted(site, FORM, b"Content-Length: 7", body=b"email=a" + b"&next=/staff\r\n\r\n"))
    *before, last = told.split(b"HTTP/1.1 ")[1:]
    is_refused = last.startswith(b"400 ") and len(before) <= 1 and b"/staff" not in told
    attempts.tried(f"{told!r}", refused=is_refused)


@pytest.mark.parametrize("way", WAYS)
def test_a_message_that_ends_before_its_length_is_not_taken(
    site: Standing, urls: DatabaseUrls, attempts: Attempts, way: str
) -> None:
    before, body = messages(urls), body_of({"about": "idea", "message": "Hello."})
    kind, said = f"Content-Type: multipart/form-data; boundary={BOUNDARY}".encode(), b"Content-Length: %d"
    told = asked(site, way, posted(site, kind, said % (len(body) + 9), body=body, to=b"feedback"), ends=True)
    attempts.tried(f"{told[:200]!r}", refused=messages(urls) == before)
    asked(site, way, posted(site, kind, said % len(body), b"Connection: close", body=body, to=b"feedback"))
    assert messages(urls) == before + 1
