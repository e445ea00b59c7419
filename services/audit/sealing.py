"""Seals what has come to the audit trail, every few seconds, by whichever process is first.

A record is sealed by the first seal that is made after its transaction was kept. Which one that was is written down for
each record, so that one of a slow transaction simply goes into a later batch, whatever its id or its time.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import col, exists, select

from db.tables.audit import AuditRecord, AuditSeal, AuditSealed
from services.audit.chain import BEGINNING, digest_of
from services.house import DbSession, House
from services.visitor import System

SEALER = System("audit")
SECONDS_BETWEEN = 10.0
MOST_AT_ONCE = 500
LOOKS_BACK = timedelta(hours=1)
"""No transaction lasts as long. A record that is older still was not written by the app: the check tells of it."""
_ONE_AT_A_TIME = text("select pg_try_advisory_xact_lock(hashtext('audit_seal'))")
_log = logging.getLogger(__name__)


@asynccontextmanager
async def sealing_steadily(house: House, *, seconds: float = SECONDS_BETWEEN) -> AsyncIterator[None]:
    """Seal what comes while the block lasts."""
    task = asyncio.create_task(_steadily(house, seconds), name="audit seals")
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def seal_new(house: House) -> int:
    """Seal every record that is not sealed yet: how many there were. Another process that is at it is left to it."""
    sealed, found = 0, MOST_AT_ONCE
    while found == MOST_AT_ONCE:
        async with house.transaction(SEALER) as session:
            found = await _seal_batch(session)
        sealed += found
    return sealed


async def _steadily(house: House, seconds: float) -> None:
    while True:
        try:
            await seal_new(house)
        except Exception:  # pylint: disable=broad-exception-caught  # the database may be away: try again
            _log.warning("The audit trail was not sealed, and will be", exc_info=True)
        await asyncio.sleep(seconds)


async def _seal_batch(session: DbSession) -> int:
    if not (await (await session.connection()).execute(_ONE_AT_A_TIME)).scalar_one():
        return 0
    records = await _unsealed(session)
    if records:
        seal = _sealed(session.house, records, await last(session))
        session.add(seal)
        session.add_all(AuditSealed(record_id=record.id, seal_number=seal.number) for record in records)
    return len(records)


async def _unsealed(session: DbSession) -> Sequence[AuditRecord]:
    """In the order of their ids. One of a slow transaction may be older than what is sealed."""
    query = select(AuditRecord).where(~exists().where(col(AuditSealed.record_id) == col(AuditRecord.id)))
    if since := await _sealed_up_to(session):
        query = query.where(col(AuditRecord.at) >= since - LOOKS_BACK)
    return (await session.exec(query.order_by(col(AuditRecord.id)).limit(MOST_AT_ONCE))).all()


async def _sealed_up_to(session: DbSession) -> datetime | None:
    newest = await last(session)
    record = await session.get(AuditRecord, newest.last_id) if newest else None
    return record.at if record else None


async def last(session: DbSession) -> AuditSeal | None:
    """The newest seal; None before the first record. Run as a task that may see seals."""
    return (await session.exec(select(AuditSeal).order_by(col(AuditSeal.number).desc()).limit(1))).first()


def _sealed(house: House, records: Sequence[AuditRecord], before: AuditSeal | None) -> AuditSeal:
    seal = AuditSeal(
        number=before.number + 1 if before else 1,
        at=house.clock.now(),
        first_id=records[0].id,
        last_id=records[-1].id,
        count=len(records),
        digest=b"",
        key_name=next(iter(house.audit_keys.keys)),
        signature=b"",
    )
    seal.digest = digest_of(seal, records, before=before.digest if before else BEGINNING)
    seal.key_name, seal.signature = house.audit_keys.sign(seal.digest)
    return seal
