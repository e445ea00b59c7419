"""What a document is called: sealed, because a file's name often tells what is in it."""

from pathlib import PureWindowsPath
from uuid import UUID

from services.house import House
from services.sealing import open_sealed, seal
from services.seen import in_one_line

LONGEST_NAME = 120


def tidy(name: str) -> str:
    """A name as a person reads it: no folders, no signs that can't be seen, no more than LONGEST_NAME characters."""
    last = PureWindowsPath(name).name  # it takes both kinds of slash for one
    return shortened(in_one_line(last))


def shortened(name: str) -> str:
    """No longer than LONGEST_NAME: what is too long loses its middle, so that its ending stays."""
    if len(name) <= LONGEST_NAME:
        return name
    half = LONGEST_NAME // 2
    return f"{name[: half - 1]}…{name[-half:]}"


def sealed_name(house: House, name: str, document_id: UUID) -> bytes:
    """The name as it is stored."""
    return seal(house.keyring, name, table="document", column="name_sealed", row_id=document_id)


def opened_name(house: House, sealed: bytes, document_id: UUID) -> str:
    """The name as it is read."""
    return open_sealed(house.keyring, sealed, table="document", column="name_sealed", row_id=document_id).decode()
