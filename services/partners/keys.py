"""The keys of partners: shown once, kept as a hash, ended at any moment.

A key is `mbtq_` and 8 characters, which name it to people, then `_` and a secret of 43 characters (256 random bits).
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from hmac import compare_digest

from sqlmodel import select

from db.tables.outside.partners import PartnerKey
from services import audit, policy
from services.errors import Invalid, NotFound
from services.house import DbSession, House
from services.seen import in_one_line
from services.tokens import hash_of, new_token
from services.visitor import System, Visitor

DESK, DOOR = System("partner desk"), System("partner door")
LONGEST_NAME = 100
_PLAIN = "abcdefghijkmnpqrstuvwxyz23456789"  # without l, o, 0 and 1, which look like others
_KEY = re.compile(r"(mbtq_[a-z0-9]{8})_([\w-]{43})", re.ASCII)


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A key just made: the partner gets `key`, and nobody can see it again."""

    prefix: str
    key: str = field(repr=False)


async def make_key(
    session: DbSession, visitor: Visitor, *, partner: str, requests_per_minute: int | None = None
) -> MadeKey:
    """Make a key for a partner; one who has keys gets one more. Invalid("partner") for a name that can't be used.

    Without `requests_per_minute` it may be used as often as the settings say.
    """
    policy.partners.MANAGE_KEYS.require(visitor)
    prefix, secret = "mbtq_" + "".join(secrets.choice(_PLAIN) for _ in range(8)), new_token()
    made = PartnerKey(
        partner=_checked_name(partner),
        prefix=prefix,
        secret_hash=hash_of(secret),
        requests_per_minute=requests_per_minute,
        created_at=session.house.clock.now(),
    )
    session.add(made)
    audit.record(session, visitor, "partner_key.made", subject_table="partner_key", subject_id=made.id)
    await session.flush()
    return MadeKey(prefix, f"{prefix}_{secret}")


async def revoke_key(session: DbSession, visitor: Visitor, *, prefix: str) -> PartnerKey:
    """End a key, by prefix or whole; again changes nothing. NotFound for a prefix that no key has."""
    policy.partners.MANAGE_KEYS.require(visitor)
    if parts := _KEY.fullmatch(prefix):
        prefix = parts[1]
    found = (await session.exec(select(PartnerKey).where(PartnerKey.prefix == prefix).with_for_update())).first()
    if found is None:
        raise NotFound("partner.unknown_key")
    if found.revoked_at is None:
        found.revoked_at = session.house.clock.now()
        audit.record(session, visitor, "partner_key.revoked", subject_table="partner_key", subject_id=found.id)
        await session.flush()
    session.house.known_keys.forget(prefix)
    return found


async def every_key(session: DbSession, visitor: Visitor) -> Sequence[PartnerKey]:
    """All keys, also those that have ended, in the order in which they were made."""
    policy.partners.MANAGE_KEYS.require(visitor)
    return (await session.exec(select(PartnerKey).order_by(PartnerKey.id))).all()  # type: ignore[arg-type]  # a column


def is_shaped_like_a_key(text: str) -> bool:
    """Whether this could be a key."""
    return _KEY.fullmatch(text) is not None


async def good_key(house: House, text: str) -> PartnerKey | None:
    """What we know of this key; None when it is unknown, wrong or revoked.

    It is looked up at most once in five seconds, so a key that another process revokes may open the API so much longer.
    """
    parts = _KEY.fullmatch(text)
    if parts is None:
        return None
    prefix, secret_hash, now = parts[1], hash_of(parts[2]), house.clock.now()
    found = house.known_keys.get(prefix, secret_hash, now=now)
    if found is None:
        async with house.transaction(DOOR) as session:
            found = (await session.exec(select(PartnerKey).where(PartnerKey.prefix == prefix))).first()
        if found is None or found.revoked_at is not None or not compare_digest(found.secret_hash, secret_hash):
            return None
        house.known_keys.keep(found, now=now)
    return found


def _checked_name(name: str) -> str:
    name = in_one_line(name)
    if not 0 < len(name) <= LONGEST_NAME:
        raise Invalid("partner", "partner.name")
    return name
