"""How long the address and the head of a request may be. uvicorn keeps what comes without end, until memory is full.

nginx has bounds of its own (four times 8 KB). Here they hold for who reaches a process without it, too.
"""

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

LONGEST_ADDRESS_BYTES = 8_000
LARGEST_HEAD_BYTES = 32_000
_ADDRESS_TOO_LONG, _HEAD_TOO_LARGE = 414, 431  # RFC 9110, 15.5.15; RFC 6585, 5
_WORDS = {_ADDRESS_TOO_LONG: b"The address is too long.\n", _HEAD_TOO_LARGE: b"The head of the request is too large.\n"}
_LINGERS_SECONDS = 1.0
"""An answer is lost when a connection is closed on which more has come than was read."""


class BoundedHead(HttpToolsProtocol):
    """Answers 414 or 431, and closes the connection, as soon as more has come than may. What still comes is dropped."""

    _head_bytes: int | None = None
    """What has come of the head that is not whole yet; None between two."""
    _just_came = _whole_bytes = 0
    _is_refused = False

    def data_received(self, data: bytes) -> None:
        """Count also what is no whole header yet: the parser holds it all the same."""
        if self._is_refused:
            return
        self._just_came = len(data) if self._is_free() else 0
        if self._head_bytes is not None:
            self._head_bytes += len(data)
        super().data_received(data)
        if self._head_bytes is not None and self._head_bytes > LARGEST_HEAD_BYTES:
            self._refuse(_HEAD_TOO_LARGE)

    def on_message_begin(self) -> None:
        """A head begins."""
        super().on_message_begin()
        self._head_bytes, self._just_came, self._whole_bytes = self._just_came, 0, 0

    def on_url(self, url: bytes) -> None:
        """The address, or a piece of it."""
        super().on_url(url)
        if len(self.url) > LONGEST_ADDRESS_BYTES:
            self._refuse(_ADDRESS_TOO_LONG)

    def on_header(self, name: bytes, value: bytes) -> None:
        """One that is whole."""
        self._whole_bytes += len(name) + len(value)
        if self._whole_bytes > LARGEST_HEAD_BYTES:
            self._refuse(_HEAD_TOO_LARGE)
        if not self._is_refused:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is whole. What was refused reaches no application."""
        self._head_bytes = None
        if not self._is_refused:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A piece of a body."""
        if not self._is_refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """All of a request has come."""
        if not self._is_refused:
            super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """A web socket begins."""
        if not self._is_refused:
            super().handle_websocket_upgrade()

    def _unsupported_upgrade_warning(self) -> None:
        if not self._is_refused:
            super()._unsupported_upgrade_warning()

    def _is_free(self) -> bool:
        """Whether no earlier request of this connection is still being answered."""
        return self.cycle is None or self.cycle.response_complete

    def _refuse(self, status: int) -> None:
        if self._is_refused:
            return
        self._is_refused = True
        words = _WORDS[status]
        if self._is_free():  # else it would stand inside the answer before
            told = b"content-type: text/plain\r\ncontent-length: %d\r\nconnection: close\r\n\r\n" % len(words)
            self.transport.write(STATUS_LINE[status] + told + words)
        self.loop.call_later(_LINGERS_SECONDS, self.transport.close)
