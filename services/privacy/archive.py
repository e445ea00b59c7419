"""The copy as a ZIP that is written while it is sent: however large the documents are, little of it is in memory."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import date, datetime
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from services.house import House
from services.privacy.collecting import Collected
from services.privacy.readable import as_page
from services.storage import SealedFiles

_READABLE_BY_OWNER = 0o600 << 16


class _Outlet:
    """What ZipFile writes into. It can't go back, so ZipFile never needs what was sent."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, written: bytes) -> int:
        """Keep it until it is taken."""
        self._waiting.append(bytes(written))
        return len(written)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def taken(self) -> bytes:
        """All that was written since the last time."""
        everything, self._waiting = b"".join(self._waiting), []
        return everything


async def as_zip(house: House, collected: Collected) -> AsyncIterator[bytes]:
    """index.html, data.json, and each document and video as it was sent. Unsealable for a file that was changed."""
    outlet = _Outlet()
    with ZipFile(outlet, "w", ZIP_DEFLATED) as archive:  # type: ignore[call-overload]  # it need not seek
        for name, told in (("index.html", as_page), ("data.json", as_json)):
            text = await asyncio.to_thread(told, collected)
            await asyncio.to_thread(archive.writestr, _entry(name, collected.made_at, ZIP_DEFLATED), text)
            yield outlet.taken()
        for file in collected.files:
            files: SealedFiles = getattr(house, file.kept_in)
            with archive.open(_entry(file.path, collected.made_at, ZIP_STORED), "w") as entry:
                async for chunk in files.reading(file.id, size=file.size_bytes):
                    entry.write(chunk)
                    yield outlet.taken()
    yield outlet.taken()


def as_json(collected: Collected) -> str:
    """What docs/your-data.md describes. Times are UTC in ISO 8601, ids are UUIDs, amounts are dollars as text."""
    content = {"made_at": collected.made_at, **collected.parts, "not_copied": collected.not_copied}
    return json.dumps(content, indent=2, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in data.json.")


def _entry(name: str, made_at: datetime, compression: int) -> ZipInfo:
    entry = ZipInfo(name, made_at.timetuple()[:6])
    entry.compress_type, entry.external_attr = compression, _READABLE_BY_OWNER
    return entry
