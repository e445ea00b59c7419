"""Links to the original of a document: good for minutes, for one session and one document.

A link that ends up in a history, a log or a letter opens nothing later, and nothing for somebody else.
"""

import base64
from datetime import timedelta
from hmac import compare_digest
from urllib.parse import urlencode
from uuid import UUID

from services.house import House
from services.visitor import Person

LAST = timedelta(minutes=5)


def link_to(house: House, person: Person, document_id: UUID) -> str:
    """What stands behind the question mark of a fresh link."""
    until = int((house.clock.now() + LAST).timestamp())
    return urlencode({"until": until, "seal": _seals(house, person, document_id, until)[0]})


def is_good(house: House, person: Person, document_id: UUID, *, until: int, seal: str) -> bool:
    """Whether this link was made for this session and this document, and its time is not over."""
    ours = _seals(house, person, document_id, until)
    is_ours = any(compare_digest(seal.encode(), each.encode()) for each in ours)
    return is_ours and house.clock.now().timestamp() < until


def _seals(house: House, person: Person, document_id: UUID, until: int) -> list[str]:
    """By each key, the newest first: while keys are changed, another process may have made the link."""
    made_for = f"{person.session_id} {document_id} {until}"
    seals = house.index_keys.indexes(made_for, table="document", column="link")
    return [base64.urlsafe_b64encode(seal).decode().rstrip("=") for seal in seals]
