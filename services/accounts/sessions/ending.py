"""Ending sessions at once, and telling their open pages."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, update

from db.tables.people import BrowserSession
from services.house import DbSession
from services.visitor import Person


class News(StrEnum):
    """What the open pages of a session are told."""

    USED = "used"
    SIGNED_OUT = "signed out"
    REPLACED = "replaced"
    """Somebody has signed in anew in the same browser."""


def news_of(session_id: UUID) -> str:
    """The channel in `house.shared` on which the open pages of a session hear of it."""
    return f"session {session_id}"


async def end(session: DbSession, session_id: UUID, *, ending: News = News.SIGNED_OUT) -> None:
    """End one session at once; its open pages hear of it."""
    await _end(session, ending, col(BrowserSession.id) == session_id)


async def end_all(session: DbSession, person: Person, *, but_here: bool = False) -> None:
    """End every session of this person, on every device, at once; `but_here` leaves the one that asks."""
    theirs = col(BrowserSession.account_id) == person.person_id
    others = col(BrowserSession.id) != person.session_id
    await _end(session, News.SIGNED_OUT, theirs, *([others] if but_here else []))


async def end_every(session: DbSession, account_id: UUID) -> None:
    """End every session of an account at once. Run as System('accounts')."""
    await _end(session, News.SIGNED_OUT, col(BrowserSession.account_id) == account_id)


async def _end(session: DbSession, ending: News, *which: ColumnElement[bool]) -> None:
    now = session.house.clock.now()
    going = update(BrowserSession).where(*which, col(BrowserSession.ended_at).is_(None)).values(ended_at=now)
    ended = await session.exec(going.returning(col(BrowserSession.id)))
    for session_id in ended.scalars():
        session.tell(news_of(session_id), ending.encode())
