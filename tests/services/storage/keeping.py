"""Storing a file the way that the house does."""

from base64 import b64encode
from os import urandom
from pathlib import Path
from shutil import rmtree
from uuid import UUID

from db.types import new_id
from services.sealing import Keyring
from services.storage import SealedFiles


def a_keyring() -> Keyring:
    """A keyring with one fresh key."""
    return Keyring.from_setting(f"k1:{b64encode(urandom(32)).decode()}")


async def kept(files: SealedFiles, content: bytes, *, piece: int = 100_000, file_id: UUID | None = None) -> UUID:
    """Store this in pieces, as a browser sends it, and keep it: the id of the file."""
    file_id = file_id or new_id()
    async with files.writing(file_id) as file:
        for start in range(0, len(content), piece):
            await file.write(content[start : start + piece])
        await file.finish()
        file.keep()
    return file_id


def take_away(folder: Path) -> None:
    """The store of these files is away: whatever it is asked for fails."""
    rmtree(folder, ignore_errors=True)
    folder.write_bytes(b"")


def stored_in(folder: Path) -> list[bytes]:
    """What lies in the store, chunk by chunk."""
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]


def left_in(folder: Path) -> list[str]:
    """The names of what the folder holds: a file that is gone leaves no folder of its own either."""
    return sorted(path.name for path in folder.iterdir())
