"""Goes through the whole chain, and says exactly which seal does not fit, and why."""

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, exists, select

from db.tables.audit import AuditCheck, AuditRecord, AuditSeal, AuditSealed
from services.audit.chain import BEGINNING, digest_of
from services.audit.sealing import SEALER, seal_new
from services.house import DbSession, House

SEALED_WITHIN = timedelta(minutes=5)
"""A record that is older and has no seal was written beside the app, or nobody seals."""
_AT_ONCE = 50


class Fault(StrEnum):
    """Why a seal does not fit."""

    GAP = "gap"
    RECORD_GONE = "record_gone"
    CHANGED = "changed"
    NO_KEY = "no_key"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class WrongSeal:
    """One seal that does not fit, and the batch that it should cover."""

    number: int
    at: datetime
    first_id: UUID
    last_id: UUID
    fault: Fault


@dataclass(frozen=True, slots=True)
class Anchor:
    """A seal as somebody kept it elsewhere: in a log, a letter or a safe. It must still be in the chain."""

    number: int
    digest: bytes

    @classmethod
    def read(cls, told: str) -> "Anchor":
        """From `number:digest`, the digest in hex. ValueError for anything else."""
        number, _, digest = told.strip().partition(":")
        anchor = cls(int(number), bytes.fromhex(digest))
        if anchor.number < 1 or len(anchor.digest) != len(BEGINNING):
            raise ValueError("This is no seal.")
        return anchor


@dataclass(slots=True)
class Found:
    """What came out. `head` is the digest of the last seal: who keeps it elsewhere knows if the end was cut off.

    `has_anchor` is whether a seal that was kept elsewhere is still in the chain; None if nobody brought one.
    """

    seals: int = 0
    records: int = 0
    unsealed: int = 0
    head: bytes = BEGINNING
    wrong: list[WrongSeal] = field(default_factory=list)
    has_anchor: bool | None = None


async def check(house: House, anchor: Anchor | None = None) -> Found:
    """Go through all seals, then look for records without one; keep what was found for the page of system health."""
    await seal_new(house)
    found = Found(has_anchor=False if anchor else None)
    async for seals in _pages(house):
        async with house.transaction(SEALER) as session:
            records = await _records_of(session, seals)
        for seal in seals:
            _judge(house, found, seal, records[seal.number])
            if anchor and (seal.number, seal.digest) == (anchor.number, anchor.digest):
                found.has_anchor = True
    async with house.transaction(SEALER) as session:
        found.unsealed = await _without_seal(session)
        session.add(_kept(house, found))
    return found


def _judge(house: House, found: Found, seal: AuditSeal, records: Sequence[AuditRecord]) -> None:
    """After a seal that does not fit, the next is held against what that one says: only the wrong ones are named."""
    if fault := _fault(house, found, seal, records):
        found.wrong.append(WrongSeal(seal.number, seal.at, seal.first_id, seal.last_id, fault))
    found.seals, found.records, found.head = seal.number, found.records + len(records), seal.digest


def _fault(house: House, found: Found, seal: AuditSeal, records: Sequence[AuditRecord]) -> Fault | None:
    if seal.number != found.seals + 1:
        return Fault.GAP
    if len(records) < seal.count:
        return Fault.RECORD_GONE
    if digest_of(seal, records, before=found.head) != seal.digest:
        return Fault.CHANGED
    try:
        is_ours = house.audit_keys.has_signed(seal.digest, key_name=seal.key_name, signature=seal.signature)
    except KeyError:
        return Fault.NO_KEY
    return None if is_ours else Fault.SIGNATURE


async def _pages(house: House) -> AsyncIterator[Sequence[AuditSeal]]:
    after = -1
    while True:
        query = select(AuditSeal).where(AuditSeal.number > after).order_by(col(AuditSeal.number)).limit(_AT_ONCE)
        async with house.transaction(SEALER) as session:
            seals = (await session.exec(query)).all()
        if not seals:
            return
        yield seals
        after = seals[-1].number


async def _records_of(session: DbSession, seals: Sequence[AuditSeal]) -> dict[int, list[AuditRecord]]:
    query = select(AuditSealed.seal_number, AuditRecord).join(
        AuditRecord, col(AuditSealed.record_id) == col(AuditRecord.id)
    )
    which = col(AuditSealed.seal_number).in_([seal.number for seal in seals])
    records = defaultdict[int, list[AuditRecord]](list)
    for number, record in await session.exec(query.where(which).order_by(col(AuditRecord.id))):
        records[number].append(record)
    return records


async def _without_seal(session: DbSession) -> int:
    is_old = col(AuditRecord.at) < session.house.clock.now() - SEALED_WITHIN
    sealed = exists().where(col(AuditSealed.record_id) == col(AuditRecord.id))
    return (await session.exec(select(func.count()).select_from(AuditRecord).where(is_old, ~sealed))).one()


def _kept(house: House, found: Found) -> AuditCheck:
    return AuditCheck(
        at=house.clock.now(),
        seals=found.seals,
        records=found.records,
        wrong=len(found.wrong),
        first_wrong=found.wrong[0].number if found.wrong else None,
        unsealed=found.unsealed,
    )
