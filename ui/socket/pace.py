"""How many messages a page may send. Far more than a person can press or type; a script that floods us is stopped."""

import math
import time
from weakref import WeakKeyDictionary

from nicegui import Client

_SECONDS = 60
_SAID_EVERY_SECONDS = 5


class PagePace:
    """Each page has a minute's worth of messages in hand, which come back evenly as time passes.

    They belong to the page, not to its socket: whoever leaves and comes again has no more of them.
    """

    def __init__(self) -> None:
        self.per_minute = 600
        self._in_hand: WeakKeyDictionary[object, tuple[float, float]] = WeakKeyDictionary()
        self._said_at: WeakKeyDictionary[object, float] = WeakKeyDictionary()

    def allows(self, page: object) -> bool:
        """Count a message; False when the page has to wait."""
        now = time.monotonic()
        left, since = self._in_hand.get(page, (self.per_minute, now))
        left = min(self.per_minute, left + (now - since) * self.per_minute / _SECONDS)
        allowed = left >= 1
        self._in_hand[page] = (left - allowed, now)
        return allowed

    def tell(self, client: Client) -> None:
        """Say on the page that something was dropped, but not with every message, and when there is room for it again.

        It is never asked to come sooner than the next refusal would be said: a second one is not missed.
        """
        now = time.monotonic()
        if now - self._said_at.get(client, -_SAID_EVERY_SECONDS) >= _SAID_EVERY_SECONDS:
            self._said_at[client] = now
            left, _ = self._in_hand[client]
            seconds = max(_SAID_EVERY_SECONDS, math.ceil((1 - left) * _SECONDS / self.per_minute))
            client.run_javascript(f"mbtq.tooFast({seconds})")
