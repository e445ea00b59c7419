"""Column types and ids that tables share."""

from typing import Any
from uuid import UUID

from sqlalchemy import DateTime
from sqlmodel import Field
from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): made before the insert, so that sealed columns can be bound to it."""
    return uuid7()


def instant(**options: Any) -> Any:
    """A `timestamptz` column; the value is an aware datetime in UTC."""
    return Field(sa_type=DateTime(timezone=True), **options)
