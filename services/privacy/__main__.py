"""The command that places a legal hold on an account and ends it: `python -m services.privacy hold ADDRESS REASON`."""

import argparse
import sys

from services.house import DbSession
from services.privacy.holding import DESK, hold, release
from services.starting.command import Told, run
from services.words import sentence


def main(given: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 refused (said in one line), 2 wrong use."""
    asked = arguments().parse_args(given)
    return run(DESK, lambda session: _done(session, asked))


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


async def _done(session: DbSession, asked: argparse.Namespace) -> Told:
    if asked.act == "hold":
        await hold(session, DESK, address=asked.address, reason=asked.reason)
        return Told(sentence("hold.placed") + "\n")
    await release(session, DESK, address=asked.address)
    return Told(sentence("hold.ended") + "\n")


if __name__ == "__main__":
    sys.exit(main())
