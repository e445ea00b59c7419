"""The command that grants, confirms and ends roles, whether the app runs or not. So the first administrator is made."""

import argparse
import sys

from db.values.people import STAFF_ROLES
from services.house import DbSession
from services.staff.names import NamedAlready
from services.staff.roles import reviewing
from services.staff.roles.granting import DESK, grant
from services.starting.command import STOPPED, Told, run
from services.words import sentence


def main(given: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 refused (said in one line), 2 wrong use."""
    asked = arguments().parse_args(given)
    return run(DESK, lambda session: asked.act(session, asked))


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


async def _grant(session: DbSession, asked: argparse.Namespace) -> Told:
    given = {"address": asked.address, "role": asked.role, "name": asked.name}
    try:
        await grant(session, DESK, **given)
    except NamedAlready as named:
        await grant(session, DESK, **given, instead_of=named.known)
    return _told("role.granted", asked, name=asked.name)


async def _confirm(session: DbSession, asked: argparse.Namespace) -> Told:
    grant_id = await reviewing.held_by(session, DESK, address=asked.address, role=asked.role)
    await reviewing.confirm(session, DESK, grant_id=grant_id)
    return _told("role.confirmed", asked)


async def _end(session: DbSession, asked: argparse.Namespace) -> Told:
    grant_id = await reviewing.held_by(session, DESK, address=asked.address, role=asked.role)
    await reviewing.end(session, DESK, grant_id=grant_id)
    return _told("role.ended", asked)


def _told(code: str, asked: argparse.Namespace, **values: str) -> Told:
    role = sentence(f"role.name.{asked.role}")
    return Told(sentence(code, address=asked.address, role=role, **values) + "\n")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(STOPPED)
