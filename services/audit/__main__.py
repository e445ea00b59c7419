"""`make verify-audit`: goes through the whole audit trail now, whether the app runs or not.

`SEAL=number:digest` is a seal that somebody kept elsewhere: that it is still there shows that no end was cut off.
"""

import argparse
import asyncio
import sys
from collections.abc import Iterator, Sequence

from db.cannot_start import CannotStart
from services.audit.checking import Anchor, Found, check
from services.house import furnished
from services.settings import load_settings
from services.starting.opening import visit_database
from services.words import moment, sentence


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what was found. Exit code 0, or 1 if a seal does not fit, a record has none, or a kept seal is gone.

    2 for what can be no seal: nothing is checked then.
    """
    told = argparse.ArgumentParser(prog="python -m services.audit")
    told.add_argument("--seal", help="a seal that was kept elsewhere, as number:digest")
    seal = told.parse_args(arguments).seal
    try:
        anchor = Anchor.read(seal) if seal else None
    except ValueError:
        sys.stderr.write(f"{sentence('audit.is_no_seal')}\n")
        return 2
    try:
        found = asyncio.run(_check(anchor))
    except CannotStart as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.writelines(f"{line}\n" for line in said(found))
    return 1 if found.wrong or found.unsealed or found.has_anchor is False else 0


def said(found: Found) -> Iterator[str]:
    """What was found, a line each; the head of the chain last."""
    for seal in found.wrong:
        yield sentence(
            "audit.wrong",
            number=seal.number,
            moment=moment(seal.at),
            first=seal.first_id,
            last=seal.last_id,
            why=sentence(f"audit.fault.{seal.fault}"),
        )
    if found.unsealed:
        yield sentence("audit.unsealed", number=found.unsealed)
    if found.has_anchor is not None:
        yield sentence("audit.anchor" if found.has_anchor else "audit.no_anchor")
    if not found.wrong and not found.unsealed:
        yield sentence("audit.fits", seals=found.seals, records=found.records)
    yield sentence("audit.head", number=found.seals, head=found.head.hex())


async def _check(anchor: Anchor | None) -> Found:
    settings = load_settings()
    async with visit_database(settings) as engine:
        return await check(furnished(settings, engine), anchor)


if __name__ == "__main__":
    raise SystemExit(main())
