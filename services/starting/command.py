"""A command that does one thing in one transaction, whether the app runs or not, and says what came of it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from db.cannot_start import CannotStart
from services.errors import HouseError
from services.house import DbSession, furnished
from services.settings import load_settings
from services.starting.opening import visit_database
from services.visitor import System
from services.words import sentence

REFUSED, STOPPED = 1, 130


class Told(NamedTuple):
    """What goes to standard output, and what is said beside it; each ends its own lines."""

    result: str
    remark: str = ""


def run(desk: System, act: Callable[[DbSession], Awaitable[Told]]) -> int:
    """Do it as this desk, and give the exit code: 0 done, 1 refused (said in one line)."""
    try:
        told = asyncio.run(_done(desk, act))
    except (CannotStart, HouseError) as refusal:
        sys.stderr.write((sentence(refusal.code) if isinstance(refusal, HouseError) else str(refusal)) + "\n")
        return REFUSED
    sys.stdout.write(told.result)
    sys.stderr.write(told.remark)
    return 0


async def _done(desk: System, act: Callable[[DbSession], Awaitable[Told]]) -> Told:
    """What there is to say is said when the transaction has been kept."""
    settings = load_settings()
    async with visit_database(settings) as engine, furnished(settings, engine).transaction(desk) as session:
        return await act(session)
