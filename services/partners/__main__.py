"""The command that makes, lists and revokes the keys of partners, whether the app runs or not."""

import argparse
import sys
from datetime import datetime

from services import words
from services.house import DbSession
from services.partners.keys import DESK, every_key, make_key, revoke_key
from services.starting.command import STOPPED, Told, run

_ABOUT = "Make, list and revoke the keys with which partners use the API."
_ROW = "{:<15}{:<20}{:<20}{:<12}{}"
_MOST = 1_000_000


def main(arguments: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 refused (said in one line), 2 wrong use."""
    asked = _arguments().parse_args(arguments)
    return run(DESK, lambda session: asked.act(session, asked))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m services.partners", description=_ABOUT)
    acts = parser.add_subparsers(required=True, metavar="make | list | revoke")
    make = acts.add_parser("make", help="make a key and print it, once")
    make.add_argument("partner", help="the name of the organisation")
    make.add_argument(
        "--requests-per-minute", type=_amount, help="a limit of its own, in place of that of the settings"
    )
    make.set_defaults(act=_make)
    acts.add_parser("list", help="show every key, without its secret").set_defaults(act=_list)
    revoke = acts.add_parser("revoke", help="end a key, within five seconds")
    revoke.add_argument("prefix", help="what the key begins with, as the list shows it")
    revoke.set_defaults(act=_revoke)
    return parser


def _amount(text: str) -> int:
    """One or more, and no more than the database can hold."""
    if not text.isdecimal() or not 1 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(words.sentence("partner.limit", most=_MOST))
    return int(text)


async def _make(session: DbSession, asked: argparse.Namespace) -> Told:
    made = await make_key(session, DESK, partner=asked.partner, requests_per_minute=asked.requests_per_minute)
    return Told(f"{made.key}\n", words.sentence("partner.made", prefix=made.prefix) + "\n")


async def _revoke(session: DbSession, asked: argparse.Namespace) -> Told:
    ended = await revoke_key(session, DESK, prefix=asked.prefix)
    return Told(words.sentence("partner.revoked", prefix=ended.prefix, partner=ended.partner) + "\n")


async def _list(session: DbSession, _: argparse.Namespace) -> Told:
    keys = await every_key(session, DESK)
    if not keys:
        return Told("", words.sentence("partner.no_keys") + "\n")
    head = [words.sentence(f"partner.column.{name}") for name in ("key", "made", "revoked", "limit", "partner")]
    rows = [
        (key.prefix, _day(key.created_at), _day(key.revoked_at), key.requests_per_minute or "", key.partner)
        for key in keys
    ]
    return Told("".join(_ROW.format(*row) + "\n" for row in (head, *rows)))


def _day(instant: datetime | None) -> str:
    return words.long_date(instant.date()) if instant else ""


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(STOPPED)
