"""Codes of an authenticator app: time-based one-time passwords (RFC 6238), six digits, a new one every 30 seconds."""

from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import compare_digest
from secrets import token_bytes
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from sqlmodel import col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from db.tables.ways_in.second_steps import Authenticator
from db.types import new_id
from services.errors import Invalid
from services.house import DbSession, House
from services.sealing import open_sealed, seal
from services.words import in_plain_figures

ISSUER = "MBTQ"
DIGITS = 6
STEP_SECONDS = 30
_DRIFT_STEPS = 1  # RFC 6238, 5.2: one step for a slow network, or a clock that is a little off
_SECRET_BYTES = 20  # RFC 4226, requirement 6
_WAITS = timedelta(hours=1)
_SEALED_AT = {"table": "authenticator", "column": "secret_sealed"}


@dataclass(frozen=True, slots=True)
class Key:
    """What an authenticator app is told: the key as text, and a link with all of it (for a QR code, or a tap)."""

    text: str
    link: str


async def confirmed_at(session: DbSession, account_id: UUID) -> datetime | None:
    """Since when the second step is on; None when it is off."""
    query = select(Authenticator.confirmed_at).where(Authenticator.account_id == account_id, _COUNTS)
    return (await session.exec(query)).first()


async def begin(session: DbSession, account_id: UUID, *, name: str) -> Key:
    """The key of an app that is being set up: the same for an hour, so that a page may be loaded twice.

    `name` is what the app shows for it. Run as System('accounts').
    """
    house, now = session.house, session.house.clock.now()
    row = (await session.exec(_waiting(account_id))).first()
    if row is None or now - row.created_at > _WAITS:
        await session.exec(delete(Authenticator).where(col(Authenticator.account_id) == account_id, ~_COUNTS))
        row = Authenticator(id=new_id(), account_id=account_id, secret_sealed=b"", created_at=now)
        row.secret_sealed = seal(house.keyring, token_bytes(_SECRET_BYTES), **_SEALED_AT, row_id=row.id)
        session.add(row)
    secret = _secret(house, row)
    link = TOTP(secret, DIGITS, SHA1(), STEP_SECONDS).get_provisioning_uri(name, ISSUER)  # noqa: S303  # nosec B303
    return Key(b32encode(secret).decode(), link)


async def confirm(session: DbSession, account_id: UUID, *, code: str) -> None:
    """Have the app count from now on, in place of any before. Invalid('code') unless the code is one of it now.

    Run as System('accounts').
    """
    row = (await session.exec(_waiting(account_id).with_for_update())).first()
    if row is None:
        raise Invalid("code", "second_step.begin_again")
    _take(session.house, row, code)
    await session.exec(delete(Authenticator).where(col(Authenticator.account_id) == account_id, _COUNTS))
    row.confirmed_at = session.house.clock.now()


async def accept(session: DbSession, account_id: UUID, *, code: str) -> None:
    """Take a code, once: Invalid('code') when it is not right, or was taken before. Run as System('accounts')."""
    query = select(Authenticator).where(Authenticator.account_id == account_id, _COUNTS)
    row = (await session.exec(query.with_for_update())).first()
    if row is None:
        raise Invalid("code", "second_step.not_right")
    _take(session.house, row, code)


async def remove(session: DbSession, account_id: UUID) -> bool:
    """Have no app any more, also none that is being set up: whether there was one that counts.

    Run as System('accounts').
    """
    theirs = delete(Authenticator).where(col(Authenticator.account_id) == account_id)
    await session.exec(theirs.where(~_COUNTS))
    counted = await session.exec(theirs.where(_COUNTS).returning(col(Authenticator.id)))
    return counted.first() is not None


async def next_code(session: DbSession, account_id: UUID) -> str:
    """The next code that is taken, for demo accounts, whose phone nobody has; empty when it is too early for one.

    Run as System('accounts').
    """
    row = (await session.exec(select(Authenticator).where(Authenticator.account_id == account_id))).first()
    now = _step(session.house)
    if row is None or row.last_step > now:
        return ""
    return _code(_secret(session.house, row), max(now, row.last_step + 1))


_COUNTS = col(Authenticator.confirmed_at).is_not(None)


def _waiting(account_id: UUID) -> SelectOfScalar[Authenticator]:
    return select(Authenticator).where(Authenticator.account_id == account_id, ~_COUNTS)


def _take(house: House, row: Authenticator, code: str) -> None:
    typed, secret, now = in_plain_figures("".join(code.split())), _secret(house, row), _step(house)
    for step in range(now - _DRIFT_STEPS, now + _DRIFT_STEPS + 1):
        if compare_digest(_code(secret, step).encode(), typed.encode()):
            if step <= row.last_step:
                raise Invalid("code", "second_step.used_already")
            row.last_step = step
            return
    raise Invalid("code", "second_step.not_right")


def _step(house: House) -> int:
    return int(house.clock.now().timestamp()) // STEP_SECONDS


def _code(secret: bytes, step: int) -> str:
    """SHA-1 is what every app knows; within HMAC it is sound (RFC 6151 says so of weaker ones)."""
    return HOTP(secret, DIGITS, SHA1()).generate(step).decode()  # noqa: S303  # nosec B303


def _secret(house: House, row: Authenticator) -> bytes:
    return open_sealed(house.keyring, row.secret_sealed, **_SEALED_AT, row_id=row.id)
