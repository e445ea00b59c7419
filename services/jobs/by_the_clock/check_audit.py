"""Checks the seals of the whole audit trail."""

import logging

from services.audit import checking
from services.house import House
from services.jobs import job
from services.staff.roles import granting, letters

_log = logging.getLogger(__name__)


@job(cron="0 9 * * *")  # each night in the United States
async def check_audit(house: House) -> None:
    """Once a day; the page of system health shows what was found. The log and letters keep the head of the chain."""
    found = await checking.check(house)
    for seal in found.wrong:
        _log.error("Seal %s of the audit trail does not fit: %s", seal.number, seal.fault)
    _log.info("The audit trail was checked: its last seal is %s:%s", found.seals, found.head.hex())
    if found.seals and not found.wrong:  # of a trail that does not fit, no letter says that it does
        async with house.transaction(granting.DESK) as session:
            await letters.tell_of_seal(session, granting.DESK, f"{found.seals}:{found.head.hex()}")
