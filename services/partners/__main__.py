"""The command that makes, lists and revokes the keys of partners, whether the app runs or not."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime

from db.cannot_start import CannotStart
from services import words
from services.errors import HouseError
from services.house import DbSession, furnished
from services.partners.keys import DESK, every_key, make_key, revoke_key
from services.settings import load_settings
from services.starting.opening import visit_database

_ABOUT = "Make, list and revoke the keys with which partners use the API."
_ROW = "{:<15}{:<20}{:<20}{:<12}{}"
_MOST = 1_000_000
REFUSED, STOPPED = 1, 130
Told = tuple[str, str]
"""What goes to standard output, and what is said beside it."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 refused (said in one line), 2 wrong use."""
    asked = _arguments().parse_args(arguments)
    try:
        result, remark = asyncio.run(_done(asked.act, asked))
    except (CannotStart, HouseError) as refusal:
        sys.stderr.write(_sentence(refusal) + "\n")
        return REFUSED
    sys.stdout.write(result)
    sys.stderr.write(remark)
    return 0


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


async def _done(act: Callable[[DbSession, argparse.Namespace], Awaitable[Told]], asked: argparse.Namespace) -> Told:
    """Do it. What there is to say is said when the transaction has been kept."""
    settings = load_settings()
    async with visit_database(settings) as engine, furnished(settings, engine).transaction(DESK) as session:
        return await act(session, asked)


def _amount(text: str) -> int:
    """One or more, and no more than the database can hold."""
    if not text.isdecimal() or not 1 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(words.sentence("partner.limit", most=_MOST))
    return int(text)


async def _make(session: DbSession, asked: argparse.Namespace) -> Told:
    made = await make_key(session, DESK, partner=asked.partner, requests_per_minute=asked.requests_per_minute)
    return f"{made.key}\n", words.sentence("partner.made", prefix=made.prefix) + "\n"


async def _revoke(session: DbSession, asked: argparse.Namespace) -> Told:
    ended = await revoke_key(session, DESK, prefix=asked.prefix)
    return words.sentence("partner.revoked", prefix=ended.prefix, partner=ended.partner) + "\n", ""


async def _list(session: DbSession, _: argparse.Namespace) -> Told:
    keys = await every_key(session, DESK)
    if not keys:
        return "", words.sentence("partner.no_keys") + "\n"
    head = [words.sentence(f"partner.column.{name}") for name in ("key", "made", "revoked", "limit", "partner")]
    rows = [
        (key.prefix, _day(key.created_at), _day(key.revoked_at), key.requests_per_minute or "", key.partner)
        for key in keys
    ]
    return "".join(_ROW.format(*row) + "\n" for row in (head, *rows)), ""


def _day(instant: datetime | None) -> str:
    return words.long_date(instant.date()) if instant else ""


def _sentence(refusal: CannotStart | HouseError) -> str:
    return words.sentence(refusal.code) if isinstance(refusal, HouseError) else str(refusal)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(STOPPED)
