"""Keys that were good a moment ago. A partner's program may ask hundreds of times a second with the same one."""

from datetime import datetime, timedelta
from hmac import compare_digest

from db.tables.outside.partners import PartnerKey

STAYS = timedelta(seconds=5)
"""So long a key that another process has revoked may still open the API."""
_MOST = 1_000


class KnownKeys:
    """The rows of keys that were looked up, each for five seconds, by what the key begins with."""

    def __init__(self) -> None:
        self._until: dict[str, tuple[datetime, PartnerKey]] = {}

    def get(self, prefix: str, secret_hash: bytes, *, now: datetime) -> PartnerKey | None:
        """The row of this key, if it was kept within the last five seconds."""
        until, key = self._until.get(prefix, (now, None))
        fresh = key is not None and now < until and compare_digest(key.secret_hash, secret_hash)
        return key if fresh else None

    def keep(self, key: PartnerKey, *, now: datetime) -> None:
        """Remember a key that is good now. The one that was kept longest ago makes room."""
        self.forget(key.prefix)
        self._until[key.prefix] = (now + STAYS, key)
        if len(self._until) > _MOST:
            del self._until[next(iter(self._until))]

    def forget(self, prefix: str) -> None:
        """The key has ended."""
        self._until.pop(prefix, None)
