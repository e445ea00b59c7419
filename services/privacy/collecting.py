"""Everything about a person as plain data, read in one transaction. Both data.json and the page are made of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import inspect
from sqlmodel import col, select

from db.values.feedback import VideoStatus
from services.house import DbSession
from services.privacy import estimates, letters
from services.privacy.registry import EVERY_TABLE, Copied, NotCopied
from services.sealing import open_sealed
from services.visitor import Person
from services.words import sentence

Row = dict[str, Any]
"""A name for each value: text, numbers, times, ids, lists of them, or nothing."""
_NOT_IN_A_NAME = '\\/:*?"<>|'  # one of the usual systems refuses a file that is called so


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A file, which part of the house has it, and where it stands in the archive."""

    kept_in: Literal["documents", "feedback_videos"]
    id: UUID
    size_bytes: int
    path: str


@dataclass(frozen=True, slots=True)
class Collected:
    """The parts by name, the files of documents and videos, and each table of which no copy has rows, with why."""

    made_at: datetime
    parts: dict[str, list[Row]]
    files: list[CopiedFile]
    not_copied: dict[str, str]


async def everything_about(session: DbSession, person: Person) -> Collected:
    """All that the list of tables says is about this person. Nothing in it is a secret by which somebody gets in."""
    parts = {"estimates": await estimates.told(session, person), "letters": await letters.told(session)}
    for table in EVERY_TABLE:
        if isinstance(table, Copied):
            parts[table.name] = await _rows(session, person, table)
    skipped = [str(table.model.__tablename__) for table in EVERY_TABLE if isinstance(table, NotCopied)]
    why = {name: sentence(f"your_data.not_copied.{name}") for name in skipped}
    return Collected(
        session.house.clock.now(), parts, [*_documents(parts["document"]), *_videos(parts["feedback_video"])], why
    )


async def _rows(session: DbSession, person: Person, table: Copied) -> list[Row]:
    [key] = [each.name for each in inspect(table.model).primary_key]
    query = select(table.model).where(table.theirs(person.person_id)).order_by(col(getattr(table.model, key)))
    return [_row(session, table, row, key) | table.said_to(row, person.person_id) for row in await session.exec(query)]


def _row(session: DbSession, table: Copied, row: object, key: str) -> Row:
    found: Row = {}
    for column in table.columns:
        value = getattr(row, column)
        if column.endswith("_sealed") and value is not None:
            value = open_sealed(
                session.house.keyring, value, table=table.name, column=column, row_id=getattr(row, key)
            ).decode()
        found[column.removesuffix("_sealed")] = value
    return found


def _documents(documents: list[Row]) -> list[CopiedFile]:
    """The files of documents that were taken. Each row is told where its file is."""
    files = []
    for number, row in enumerate(documents, start=1):
        row["file"] = ""
        if not row["refusal"]:
            name = "".join("_" if sign in _NOT_IN_A_NAME else sign for sign in row["name"])
            row["file"] = f"documents/{number:03} {name}"
            files.append(CopiedFile("documents", row["id"], row["size_bytes"], row["file"]))
    return files


def _videos(videos: list[Row]) -> list[CopiedFile]:
    """The files of videos that were not refused."""
    for number, row in enumerate(videos, start=1):
        row["file"] = "" if row["status"] == VideoStatus.REFUSED else f"videos/{number:03}.{row['kind']}"
    return [CopiedFile("feedback_videos", row["id"], row["size_bytes"], row["file"]) for row in videos if row["file"]]
