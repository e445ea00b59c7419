"""The command that places a legal hold on an account and ends it: `python -m services.privacy hold ADDRESS REASON`."""

import argparse
import asyncio
import sys

from db.cannot_start import CannotStart
from services.errors import HouseError
from services.house import furnished
from services.privacy.holding import DESK, hold, release
from services.settings import load_settings
from services.starting.opening import visit_database
from services.words import sentence

REFUSED = 1


def main(given: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 refused (said in one line), 2 wrong use."""
    asked = arguments().parse_args(given)
    try:
        asyncio.run(_done(asked))
    except (CannotStart, HouseError) as refusal:
        sys.stderr.write((sentence(refusal.code) if isinstance(refusal, HouseError) else str(refusal)) + "\n")
        return REFUSED
    sys.stdout.write(sentence("hold.placed" if asked.act == "hold" else "hold.ended") + "\n")
    return 0


def arguments() -> argparse.ArgumentParser:
    """What the command can be told."""
    parser = argparse.ArgumentParser("python -m services.privacy", description="Keep an account that the law needs.")
    acts = parser.add_subparsers(required=True, dest="act", metavar="hold | release")
    holding = acts.add_parser("hold", help="keep the account with this address, also when its owner deletes it")
    releasing = acts.add_parser("release", help="end every hold on it")
    for act in (holding, releasing):
        act.add_argument("address", help="the e-mail address of the account")
    holding.add_argument("reason", help="why, in a sentence: which law, which case")
    return parser


async def _done(asked: argparse.Namespace) -> None:
    settings = load_settings()
    async with visit_database(settings) as engine, furnished(settings, engine).transaction(DESK) as session:
        if asked.act == "hold":
            await hold(session, DESK, address=asked.address, reason=asked.reason)
        else:
            await release(session, DESK, address=asked.address)


if __name__ == "__main__":
    sys.exit(main())
