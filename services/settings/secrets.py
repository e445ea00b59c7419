"""Strong secrets: making them, judging them, and keeping those of a developer's machine."""

import base64
import binascii
import secrets
from collections.abc import Iterable
from pathlib import Path

from dotenv import dotenv_values

from db.cannot_start import CannotStart
from db.data_folder import ready_folder
from services.settings.env_file import unread_lines

_FILE = "secrets.env"
_KEY_BYTES = 32
_FEWEST_DIFFERENT_BYTES = 16  # 32 random bytes have about 30 different ones; under 16 in one of 10**17 keys


def fresh() -> dict[str, str]:
    """A new strong secret for each setting that needs one."""
    return {
        "sealing_keys": f"k1:{_key()}",
        "index_key": _key(),
        "audit_keys": f"a1:{_key()}",
        "health_token": secrets.token_urlsafe(_KEY_BYTES),
    }


def key_bytes(encoded: str) -> bytes | None:
    """The 32 bytes that the base64 stands for; None if it does not."""
    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        return None
    return key if len(key) == _KEY_BYTES else None


def is_weak(key: bytes) -> bool:
    """Whether a key was made by hand: a sentence somebody typed, or the same few bytes again and again."""
    return len(set(key)) < _FEWEST_DIFFERENT_BYTES or all(32 <= byte < 127 for byte in key)


def kept_in(data_dir: Path, names: Iterable[str]) -> dict[str, str]:
    """The secrets of this machine, made at the first start. Raises CannotStart if they can't be written or read.

    A secret that can't be read is never made anew: what was sealed with it could be opened no more.
    """
    file = ready_folder(data_dir) / _FILE
    if unread := [*unread_lines(file)]:
        raise CannotStart(f"The secrets of this machine can't be read. {unread[0]} Or begin in another DATA_DIR.")
    known = {name: value for name, value in dotenv_values(file).items() if value}
    if missing := [name for name in names if name.upper() not in known]:
        made = fresh()
        known |= {name.upper(): made[name] for name in missing}
        _write(file, known)
    return {name: known[name.upper()] for name in names}


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()


def _write(file: Path, values: dict[str, str]) -> None:
    """Whole or not at all, and readable by nobody else."""
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text("".join(f"{name}={value}\n" for name, value in values.items()), encoding="utf-8")
    draft.replace(file)
