"""The folder that holds what this machine keeps: the embedded database, written mail, a developer's secrets."""

import os
from pathlib import Path

from db.cannot_start import CannotStart


def ready_folder(path: Path) -> Path:
    """Make the folder if it is missing and give its full path. Raises CannotStart if we can't write in it."""
    try:
        # Started by root, the embedded database runs as another account, which must be able to walk through.
        path.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
    except OSError as refusal:
        raise CannotStart(f"The data folder {path} can't be made: {refusal.strerror}. Set DATA_DIR.") from None
    if not os.access(path, os.W_OK | os.X_OK):
        raise CannotStart(f"The data folder {path} can't be written in by this account. Set DATA_DIR.")
    return path.resolve()
