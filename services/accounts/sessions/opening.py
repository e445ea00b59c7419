"""Opening sessions. Signing in, and every later proof of who somebody is, goes on under a new token."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from sqlmodel import col, select, update

from db.tables.people import Account, BrowserSession
from services.accounts.sessions.ending import News, news_of
from services.accounts.sessions.knowing import ROLES, person_of
from services.accounts.sessions.lasting import GUEST_STAYS, PERSON_STAYS, open_now
from services.errors import Invalid, NotAllowed
from services.house import DbSession
from services.privacy import under_way
from services.tokens import hash_of, new_token
from services.visitor import Guest, Person

Holder_co = TypeVar("Holder_co", bound=Person | Guest, covariant=True)


@dataclass(frozen=True, slots=True)
class Opened(Generic[Holder_co]):
    """A session just opened, and the token that goes into the cookie and nowhere else.

    A guest's that `owes_step` is half-way into an account: the second step is next (second_steps/half_way.py).
    """

    visitor: Holder_co
    token: str
    lasts: timedelta
    owes_step: bool = False


async def open_for_guest(session: DbSession, *, instead_of: Guest | None = None) -> Opened[Guest]:
    """Begin a session without an account, or go on with a guest's under a new token. Run as System('accounts')."""
    token, row = _new(session, GUEST_STAYS, row=await _still_a_guests(session, instead_of))
    await session.flush()
    return Opened(Guest(row.id), token, GUEST_STAYS)


async def open_for(
    session: DbSession, account: Account, *, instead_of: Guest | None = None, two_factors: bool = False
) -> Opened[Person]:
    """Begin a signed-in session; a guest's own row is taken over under a new token. Run as System('accounts').

    `two_factors` is whether it is opened by a second step or a passkey: only such a one has the rights of staff.
    Invalid('email') while the account waits for its deletion.
    """
    await refuse_who_leaves(session, account)
    token, row = _new(session, PERSON_STAYS, row=await _still_a_guests(session, instead_of))
    row.account_id, row.proved_at, row.two_factors = account.id, row.last_seen_at, two_factors
    await session.flush()
    held = (await session.exec(select(ROLES).where(BrowserSession.id == row.id))).one()
    return Opened(person_of(row, account.id, held), token, PERSON_STAYS)


async def refuse_who_leaves(session: DbSession, account: Account) -> None:
    """Invalid('email') while the account waits for its deletion. Run as System('accounts')."""
    if leaves := await under_way.leaves(session, account.id):
        raise Invalid("email", "your_data.delete.under_way_held" if leaves.held else "your_data.delete.under_way")


async def prove(session: DbSession, person: Person, *, two_factors: bool = False) -> Opened[Person]:
    """Write down that somebody has shown anew that the account is theirs: the session goes on, under a new token.

    NotAllowed when it has ended. Run as System('accounts').
    """
    query = select(BrowserSession, ROLES).where(BrowserSession.id == person.session_id)
    found = (await session.exec(query.where(*open_now(session)).with_for_update(of=BrowserSession))).first()
    if found is None:
        raise NotAllowed("session.ended")
    row, held = found
    token, now = new_token(), session.house.clock.now()
    row.token_hash, row.proved_at, row.two_factors = hash_of(token), now, row.two_factors or two_factors
    row.expires_at = now + PERSON_STAYS
    session.tell(news_of(row.id), News.USED.encode())
    return Opened(person_of(row, person.person_id, held), token, PERSON_STAYS)


async def lose_second_factor(session: DbSession, person: Person) -> None:
    """No session of this person is one of two factors any more. Run as System('accounts')."""
    theirs = update(BrowserSession).where(col(BrowserSession.account_id) == person.person_id)
    await session.exec(theirs.values(two_factors=False))


def _new(session: DbSession, stays: timedelta, row: BrowserSession | None = None) -> tuple[str, BrowserSession]:
    token, now = new_token(), session.house.clock.now()
    row = row or BrowserSession(created_at=now, token_hash=b"", expires_at=now, last_seen_at=now)
    row.created_at = row.last_seen_at = now
    row.token_hash, row.expires_at = hash_of(token), now + stays
    session.add(row)
    return token, row


async def _still_a_guests(session: DbSession, guest: Guest | None) -> BrowserSession | None:
    """The guest's row, locked; None once another sign-in has taken it, which must not lose its token."""
    if guest is None or guest.session_id is None:
        return None
    query = select(BrowserSession).where(
        BrowserSession.id == guest.session_id, col(BrowserSession.account_id).is_(None)
    )
    return (await session.exec(query.with_for_update())).first()
