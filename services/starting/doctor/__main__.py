"""`make doctor`, with TO=me@example.org also a letter: a line for each part, and exit code 1 if something is wrong."""

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from db.cannot_start import CannotStart
from services.settings import load_settings
from services.settings.misspelt import misspelt
from services.settings.wrong import WrongSettings
from services.starting.doctor.certificate import certificate
from services.starting.doctor.configuration import fitting, passed_over, problems
from services.starting.doctor.finding import Finding, Result, wrong
from services.starting.doctor.keys import keys
from services.starting.doctor.letters import letter
from services.starting.doctor.machine import machine
from services.starting.doctor.outside import outside
from services.starting.doctor.store import store
from services.words import sentence


def main(to: str = "") -> int:
    """Look at everything, print each line as it is known, and end with how many things are wrong."""
    results = asyncio.run(_told(to))
    number = results.count(Result.WRONG)
    code = "none" if number == 0 else "one" if number == 1 else "more"
    sys.stdout.write("\n" + sentence(f"doctor.end.{code}", number=number) + "\n")
    return 1 if number else 0


async def _told(to: str) -> list[Result]:
    results = []
    async for finding in examined(to):
        sys.stdout.writelines(f"{line}\n" for line in finding.lines())
        sys.stdout.flush()
        results.append(finding.result)
    return results


async def examined(to: str) -> AsyncIterator[Finding]:
    """Everything that can be found out; without settings, only what is wrong with them."""
    for finding in passed_over(misspelt()):
        yield finding
    try:
        settings = load_settings()
    except WrongSettings as refused:
        for finding in problems(refused.problems):
            yield finding
        return
    except CannotStart as reason:  # a developer's secrets can't be kept
        yield wrong("folder", reason=reason)
        return
    looks = (*fitting(settings), *certificate(settings, now=datetime.now(UTC)), keys(settings), *machine(settings))
    for finding in looks:
        yield finding
    async for found in store(settings):
        yield found
    async for found in outside(settings):
        yield found
    yield await letter(settings, to)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:2]))
