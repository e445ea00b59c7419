"""The words of a message, its address and its answer: sealed for their row, opened for those who may read them."""

from uuid import UUID

from services.house import House
from services.sealing import open_sealed, seal


def sealed(house: House, words: str, *, table: str, column: str, row_id: UUID) -> bytes | None:
    """The words, sealed for this place; None for none."""
    return seal(house.keyring, words, table=table, column=column, row_id=row_id) if words else None


def opened(house: House, value: bytes | None, *, table: str, column: str, row_id: UUID) -> str:
    """What was sealed for this place; empty if there was nothing."""
    return open_sealed(house.keyring, value, table=table, column=column, row_id=row_id).decode() if value else ""
