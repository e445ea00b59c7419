"""`make migrate` brings a shared database up to date; `make migration NAME="what changes"` writes the next one."""

import asyncio
import sys
from collections.abc import Sequence

from db.cannot_start import CannotStart
from db.migrate import NewerDatabase, upgrade, write_migration
from services.settings import load_settings
from services.starting.opening import open_database


def main(name: str = "") -> int:
    """Upgrade as the owner; with a name, compare tables and database and write down the difference."""
    try:
        if name:
            asyncio.run(_write(name))
        else:
            _upgrade()
    except CannotStart as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


def _upgrade() -> None:
    owner_url = load_settings().migration_database_url
    if owner_url is None:
        raise CannotStart("MIGRATION_DATABASE_URL is missing. The embedded database migrates itself at each start.")
    try:
        applied = upgrade(owner_url.get_secret_value())
        sys.stdout.write(f"{_told(applied)}\n")
    except NewerDatabase as reason:  # whoever goes back to the release before meets it, and should not be stopped
        sys.stdout.write(f"{reason}. It is left as it is.\n")


def _told(applied: Sequence[str]) -> str:
    rights = "Who may touch what was set anew."
    if not applied:
        return f"No migration was missing. {rights}"
    if len(applied) == 1:
        return f"Migration {applied[0]} was applied. {rights}"
    return f"{len(applied)} migrations were applied: {applied[0]} to {applied[-1]}. {rights}"


async def _write(name: str) -> None:
    async with open_database(load_settings()) as database:
        if database.owner_url is None:
            raise CannotStart("MIGRATION_DATABASE_URL is missing.")
        await asyncio.to_thread(write_migration, database.owner_url, name)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:2]))
