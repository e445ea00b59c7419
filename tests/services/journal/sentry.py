"""A receiver of Sentry's envelopes on this machine, which keeps what really arrives."""

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import brotli

_UNPACK: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.decompress, "br": brotli.decompress}


class Receiver(ThreadingHTTPServer):
    """Answers every envelope with 200, and keeps its text."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Desk)
        self.envelopes: list[str] = []

    @property
    def dsn(self) -> str:
        """What SENTRY_DSN is set to, so that reports come here."""
        return f"http://public@127.0.0.1:{self.server_address[1]}/1"

    def items(self, kind: str) -> list[dict[str, Any]]:
        """The payloads of all items of a kind: `event` or `transaction`."""
        return [
            json.loads(payload)
            for envelope in self.envelopes
            for header, payload in zip(envelope.split("\n")[1::2], envelope.split("\n")[2::2], strict=False)
            if json.loads(header)["type"] == kind
        ]


class _Desk(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:  # pylint: disable=invalid-name  # the name that http.server calls
        """Take one envelope."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if packed := self.headers.get("Content-Encoding"):
            body = _UNPACK[packed](body)
        self.server.envelopes.append(body.decode())
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name that http.server gives it
        """Say nothing."""


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver for the length of the block."""
    receiver = Receiver()
    thread = Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield receiver
    finally:
        receiver.shutdown()
        receiver.server_close()
        thread.join()
