"""The key by which a browser seals what was typed and not saved yet. The browser does not keep it (decision 21).

Each browser has a secret of its own, 256 random bits. A cookie holds it, sealed for that cookie alone: only the house
can open it, and keeps no copy. The key of a page is made of this secret and of whoever looks at the page: the same for
a person whenever they sign in with this browser, and another for everybody else.
"""

import hmac
from dataclasses import dataclass, field
from secrets import token_bytes
from uuid import UUID

from db.types import new_id
from services.accounts.sessions import GUEST_STAYS
from services.sealing import Keyring, Unsealable, open_sealed, seal

KEPT_FOR = GUEST_STAYS
"""So long after the last page. No session is open for longer, so what was typed in it can be opened again."""
_TABLE, _COLUMN = "browser", "draft_secret"
_ID_BYTES, _SECRET_BYTES = 16, 32


@dataclass(frozen=True, slots=True)
class DraftSecret:
    """The secret of one browser, and what its cookie has to hold."""

    cookie: str = field(repr=False)
    secret: bytes = field(repr=False)

    def key_for(self, owner: UUID | None) -> bytes:
        """The key of an account or a guest's session in this browser, 32 bytes; without either, of whoever has none."""
        return hmac.digest(self.secret, b"draft\0" + (owner.bytes if owner else b""), "sha256")


def draft_secret(keyring: Keyring, cookie: str) -> DraftSecret:
    """What a browser brought in its cookie; a new one if it brought nothing that can be opened.

    What an older key has sealed is sealed again with the newest.
    """
    try:
        row_id, sealed = _parts_of(cookie)
        secret = open_sealed(keyring, sealed, table=_TABLE, column=_COLUMN, row_id=row_id)
    except (ValueError, Unsealable):
        row_id, sealed, secret = new_id(), b"", token_bytes(_SECRET_BYTES)
    if not sealed.startswith(keyring.header):
        sealed = seal(keyring, secret, table=_TABLE, column=_COLUMN, row_id=row_id)
    return DraftSecret((row_id.bytes + sealed).hex(), secret)


def _parts_of(cookie: str) -> tuple[UUID, bytes]:
    content = bytes.fromhex(cookie)
    return UUID(bytes=content[:_ID_BYTES]), content[_ID_BYTES:]
