"""The command that grants, confirms and ends roles, whether the app runs or not. So the first administrator is made."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable

from db.cannot_start import CannotStart
from db.values.people import STAFF_ROLES
from services.errors import HouseError
from services.house import DbSession, furnished
from services.settings import load_settings
from services.staff.names import NamedAlready
from services.staff.roles import reviewing
from services.staff.roles.granting import DESK, grant
from services.starting.opening import visit_database
from services.words import sentence

REFUSED, STOPPED = 1, 130


def main(given: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 refused (said in one line), 2 wrong use."""
    asked = arguments().parse_args(given)
    try:
        said = asyncio.run(_done(asked.act, asked))
    except (CannotStart, HouseError) as refusal:
        sys.stderr.write((sentence(refusal.code) if isinstance(refusal, HouseError) else str(refusal)) + "\n")
        return REFUSED
    sys.stdout.write(said + "\n")
    return 0


def arguments() -> argparse.ArgumentParser:
    """What the command can be told."""
    parser = argparse.ArgumentParser(
        "python -m services.staff", description="Grant roles to accounts, confirm them, and end them."
    )
    acts = parser.add_subparsers(required=True, metavar="grant | confirm | end")
    granting = acts.add_parser("grant", help="grant a role to the account with this address")
    confirming = acts.add_parser("confirm", help="confirm a role, as for an administrator who is the only one")
    ending = acts.add_parser("end", help="end a role at once")
    for act in (granting, confirming, ending):
        act.add_argument("address", help="the e-mail address of the account")
        act.add_argument("role", choices=[role.value for role in STAFF_ROLES])
    granting.add_argument("name", help="what customers and colleagues call this person")
    granting.set_defaults(act=_grant)
    confirming.set_defaults(act=_confirm)
    ending.set_defaults(act=_end)
    return parser


async def _done(act: Callable[[DbSession, argparse.Namespace], Awaitable[str]], asked: argparse.Namespace) -> str:
    """Do it. What there is to say is said when the transaction has been kept."""
    settings = load_settings()
    async with visit_database(settings) as engine, furnished(settings, engine).transaction(DESK) as session:
        return await act(session, asked)


async def _grant(session: DbSession, asked: argparse.Namespace) -> str:
    given = {"address": asked.address, "role": asked.role, "name": asked.name}
    try:
        await grant(session, DESK, **given)
    except NamedAlready as named:
        await grant(session, DESK, **given, instead_of=named.known)
    return sentence("role.granted", address=asked.address, role=sentence(f"role.name.{asked.role}"), name=asked.name)


async def _confirm(session: DbSession, asked: argparse.Namespace) -> str:
    grant_id = await reviewing.held_by(session, DESK, address=asked.address, role=asked.role)
    await reviewing.confirm(session, DESK, grant_id=grant_id)
    return sentence("role.confirmed", address=asked.address, role=sentence(f"role.name.{asked.role}"))


async def _end(session: DbSession, asked: argparse.Namespace) -> str:
    grant_id = await reviewing.held_by(session, DESK, address=asked.address, role=asked.role)
    await reviewing.end(session, DESK, grant_id=grant_id)
    return sentence("role.ended", address=asked.address, role=sentence(f"role.name.{asked.role}"))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(STOPPED)
