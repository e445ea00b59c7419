"""Recovery codes: for who has lost their phone. Ten, shown once, each used once.

A code has 15 characters of 31: 74 bits, where 64 is the least (NIST SP 800-63B-4, 4.2.1.1). As these are fewer than
112, it is hashed as passwords are (OWASP ASVS 5.0, 6.5.2).
"""

import asyncio
from secrets import choice, token_bytes
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw
from sqlalchemy import func
from sqlmodel import col, delete, select, update

from db.tables.ways_in.second_steps import RecoveryCode
from services.errors import Invalid
from services.house import DbSession

HOW_MANY = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that look like another
_GROUPS, _GROUP_CHARACTERS = 3, 5
_SALT_BYTES = 16


async def make(session: DbSession, account_id: UUID) -> list[str]:
    """Ten new codes, in place of all before. For the person, or System('accounts')."""
    codes, salt = [_new_code() for _ in range(HOW_MANY)], token_bytes(_SALT_BYTES)
    hashes = await asyncio.to_thread(lambda: [_hash(code, salt) for code in codes])
    await remove(session, account_id)
    session.add_all(RecoveryCode(account_id=account_id, salt=salt, code_hash=each) for each in hashes)
    return codes


async def how_many_left(session: DbSession, account_id: UUID) -> int:
    """How many are not used yet."""
    query = select(func.count()).where(col(RecoveryCode.account_id) == account_id, col(RecoveryCode.used_at).is_(None))
    return (await session.exec(query)).one()


async def remove(session: DbSession, account_id: UUID) -> None:
    """Have none any more."""
    await session.exec(delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id))


async def accept(session: DbSession, account_id: UUID, *, code: str) -> None:
    """Take a code, once: Invalid('code') when it is not right, or was used before. Run as System('accounts')."""
    theirs = col(RecoveryCode.account_id) == account_id
    salt = (await session.exec(select(RecoveryCode.salt).where(theirs))).first()
    code_hash = await asyncio.to_thread(_hash, code, salt or bytes(_SALT_BYTES))
    using = update(RecoveryCode).where(theirs, col(RecoveryCode.code_hash) == code_hash)
    using = using.where(col(RecoveryCode.used_at).is_(None)).values(used_at=session.house.clock.now())
    if not (await session.exec(using.returning(col(RecoveryCode.id)))).first():
        raise Invalid("code", "second_step.recovery_not_right")


def _new_code() -> str:
    return "-".join("".join(choice(_LETTERS) for _ in range(_GROUP_CHARACTERS)) for _ in range(_GROUPS))


def _hash(code: str, salt: bytes) -> bytes:
    """Argon2id with the least that OWASP's Password Storage Cheat Sheet asks for: what is hashed is random."""
    letters = "".join(each for each in code.lower() if each.isalnum())
    return hash_secret_raw(
        letters.encode(), salt, time_cost=2, memory_cost=19456, parallelism=1, hash_len=32, type=Type.ID
    )
