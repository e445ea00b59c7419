"""Files that people give us. They are sealed before they are stored: a copy of the store tells nothing.

docs/decisions/0009-files.md says how, and why it is so.
"""

from services.sealing import Keyring
from services.settings import Settings
from services.storage.room import always, room_for
from services.storage.sealed_files import SealedFiles
from services.storage.stores import store_for
from services.storage.writing import CHUNK_BYTES, Writing

__all__ = ["CHUNK_BYTES", "SealedFiles", "Writing", "files_for"]


def files_for(settings: Settings, keyring: Keyring, *, table: str, from_people: bool = True) -> SealedFiles:
    """The files that the rows of one table describe: in the store that FILES_URL names, else in the data folder.

    Each table has a folder of its own in there: who clears the files of one never meets those of another. Files that
    come `from_people` are refused while the disk has little room; what we make of them is not. Raises CannotStart.
    """
    return SealedFiles(store_for(settings, table=table), keyring, room_for(settings) if from_people else always)
