"""How long a sender may take. uvicorn waits without end: whoever hardly sends would keep its connections for ever."""

import asyncio

from services.starting.bounded_head import BoundedHead

PATIENCE_SECONDS = 30.0
SLOWEST_BYTES_PER_SECOND = 1000
"""What has come of a body gives more time: so slow, it may go on. Forms and files have stricter limits of their own."""
_LOOKS_EVERY_SECONDS = 5.0
_HEAD = "the head of a request"


class PatientProtocol(BoundedHead):
    """Closes a connection whose head does not come in time, or whose body comes too slowly.

    For the app it is a connection that broke. While we are the slow ones, or the socket of a page has taken the
    connection over, nobody is hurried.
    """

    _awaited: object = None
    _latest = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Wait for the first request."""
        super().connection_made(transport)
        self._note(0)
        self._look()

    def data_received(self, data: bytes) -> None:
        """Note what has still to come."""
        super().data_received(data)
        self._note(len(data))

    def _note(self, received: int) -> None:
        awaited = self._still_to_come()
        if awaited is not self._awaited:
            self._awaited, self._latest = awaited, self.loop.time() + PATIENCE_SECONDS
        if awaited is not _HEAD:
            self._latest += received / SLOWEST_BYTES_PER_SECOND

    def _still_to_come(self) -> object:
        """The head, or the request whose body is not whole; None for neither."""
        if self.cycle is None or self.cycle.response_complete:
            return _HEAD
        return self.cycle if self.cycle.more_body else None

    def _look(self) -> None:
        if self.transport.is_closing() or self.transport.get_protocol() is not self:
            return
        now = self.loop.time()
        if self.flow.read_paused:
            self._latest = now + PATIENCE_SECONDS
        if self._awaited and now > self._latest:
            self.transport.close()
        else:
            self.loop.call_later(_LOOKS_EVERY_SECONDS, self._look)
