"""`make rotate-keys`: seals everything again, and makes every index anew, with the newest keys; the app may run."""

import asyncio
import sys
from collections.abc import Iterator

from db.cannot_start import CannotStart
from services.house import furnished
from services.sealing.index_rotation import Findable, rotate_indexes
from services.sealing.rotation import Outcome, rotate
from services.settings import load_settings
from services.starting.opening import visit_database
from services.words import sentence

STOPPED = 130


def main() -> int:
    """Say how far it is, then which keys may go. Exit code 0, or 1 if something is left to do."""
    try:
        outcome, findable = asyncio.run(_rotate())
    except CannotStart as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.writelines(f"{line}\n" for line in (*said(outcome), *said_of_indexes(findable)))
    return 1 if outcome.broken or outcome.named or findable.broken or findable.named else 0


async def _rotate() -> tuple[Outcome, Findable]:
    settings = load_settings()
    async with visit_database(settings) as engine:
        house = furnished(settings, engine)
        _say(sentence("keys.begins", key=house.keyring.newest))
        outcome = await rotate(house, _say_how_far)
        return outcome, await rotate_indexes(house, _say_how_far)


def said(outcome: Outcome) -> Iterator[str]:
    """What came out, a sentence each."""
    for place, ids in outcome.broken.items():
        yield sentence("keys.broken", place=place, ids=", ".join(map(str, sorted(ids))))
    for key, number in outcome.named.items():
        yield sentence("keys.still_named", key=key, number=number)
    if outcome.removable:
        yield sentence("keys.removable", keys=", ".join(outcome.removable))
    elif not outcome.broken and not outcome.named:
        yield sentence("keys.only_one")


def said_of_indexes(findable: Findable) -> Iterator[str]:
    """The same of the keys that find again; nothing if there is one and all is well."""
    for place, ids in findable.broken.items():
        yield sentence("keys.broken", place=place, ids=", ".join(map(str, sorted(ids))))
    for key, number in findable.named.items():
        yield sentence("keys.index.still_named", key=_called(key), number=number)
    if findable.waiting:
        yield sentence("keys.index.waiting", number=findable.waiting)
    if findable.free:
        yield sentence("keys.index.free", keys=", ".join(map(_called, findable.free)))


def _called(key: str) -> str:
    return key or sentence("keys.index.nameless")


def _say_how_far(what: str, done: int, number: int) -> None:
    _say(sentence("keys.progress", what=what, done=done, all=number))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(STOPPED)
