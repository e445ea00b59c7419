"""Keys as settings write them: each with a name, so that they can be changed one by one."""

import base64
import binascii
import re

KEY_BYTES = 32
_NAME = re.compile(r"[a-z0-9-]{1,32}")


def named_keys(setting: str, *, nameless: bool = False) -> dict[str, bytes]:
    """Read `name:base64,name:base64,…`, newest first. ValueError if a key is not 32 bytes or a name repeats.

    With `nameless`, one key may stand there without a name: then its name is empty.
    """
    keys: dict[str, bytes] = {}
    for position, entry in enumerate(setting.split(","), start=1):
        name, colon, encoded = entry.strip().partition(":")
        if nameless and not colon:
            name, encoded = "", name
        elif not _NAME.fullmatch(name):
            raise _name_needed(position)
        if name in keys:
            raise _name_needed(position)
        keys[name] = _decoded(encoded, position)
    return keys


def _name_needed(position: int) -> ValueError:
    return ValueError(f"Key {position} needs a name of its own: small letters, digits, hyphens.")


def _decoded(encoded: str, position: int) -> bytes:
    try:
        key = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError(f"Key {position} is not 32 bytes in base64.")
    return key
