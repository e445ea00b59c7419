"""How many messages a page may send. Far more than a person can press or type; a script that floods us is stopped."""

import math
import time

from nicegui import Client

_SECONDS = 60
_SAID_EVERY_SECONDS = 5


class SocketPace:
    """Each socket has a minute's worth of messages in hand, which come back evenly as time passes."""

    def __init__(self) -> None:
        self.per_minute = 600
        self._in_hand: dict[str, tuple[float, float]] = {}
        self._said_at: dict[str, float] = {}

    def allows(self, socket_id: str) -> bool:
        """Count a message; False when the socket has to wait."""
        now = time.monotonic()
        left, since = self._in_hand.get(socket_id, (self.per_minute, now))
        left = min(self.per_minute, left + (now - since) * self.per_minute / _SECONDS)
        allowed = left >= 1
        self._in_hand[socket_id] = (left - allowed, now)
        return allowed

    def forget(self, socket_id: str) -> None:
        """The socket is closed."""
        self._in_hand.pop(socket_id, None)
        self._said_at.pop(socket_id, None)

    def tell(self, socket_id: str, client: Client) -> None:
        """Say on the page that something was dropped, but not with every message, and when there is room for it again.

        It is never asked to come sooner than the next refusal would be said: a second one is not missed.
        """
        now = time.monotonic()
        if now - self._said_at.get(socket_id, -_SAID_EVERY_SECONDS) >= _SAID_EVERY_SECONDS:
            self._said_at[socket_id] = now
            left, _ = self._in_hand[socket_id]
            seconds = max(_SAID_EVERY_SECONDS, math.ceil((1 - left) * _SECONDS / self.per_minute))
            client.run_javascript(f"mbtq.tooFast({seconds})")
