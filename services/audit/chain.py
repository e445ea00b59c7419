"""What a seal covers, as bytes: always the same for the same records, on any machine and in any later release."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime

from db.tables.audit import AuditRecord, AuditSeal

BEGINNING = bytes(32)
"""What stands before the first seal."""


def canonical(record: AuditRecord) -> bytes:
    """A record as JSON with its fields in order. What is empty is left out: a new column changes no old record."""
    fields = {name: _written(value) for name, value in record.model_dump().items() if value is not None}
    return json.dumps(fields, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def digest_of(seal: AuditSeal, records: Sequence[AuditRecord], *, before: bytes) -> bytes:
    """SHA-256 over the seal before it, what this seal says of itself, and each record with its length before it."""
    head = [seal.number, _written(seal.at), str(seal.first_id), str(seal.last_id), seal.count, seal.key_name]
    digest = hashlib.sha256(before)
    for part in (json.dumps(head).encode(), *map(canonical, records)):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()


def _written(value: object) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else str(value)
