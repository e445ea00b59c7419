"""How a person wants to talk with us, how their screen looks and how alerts come. Without an account it is a cookie."""

from dataclasses import dataclass, fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from db.tables.people import Preference
from db.values.display import Motion, Switch, TextSize, Theme
from db.values.people import CommunicationPreference
from services.errors import Invalid
from services.house import DbSession


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the page frame needs to know of the reader. A new choice comes last: that is its place in the cookie."""

    talk: CommunicationPreference = CommunicationPreference.TEXT_ONLY
    theme: Theme = Theme.SYSTEM
    text_size: TextSize = TextSize.NORMAL
    motion: Motion = Motion.SYSTEM
    vibration: Switch = Switch.ON
    glow: Switch = Switch.ON

    def as_cookie(self) -> str:
        """The preferences as a cookie value: its words with dots between them."""
        return ".".join(str(getattr(self, field.name)) for field in fields(self))


_KINDS = {
    "talk": CommunicationPreference,
    "theme": Theme,
    "text_size": TextSize,
    "motion": Motion,
    "vibration": Switch,
    "glow": Switch,
}


def from_cookie(value: str) -> Preferences:
    """Read a cookie; what is not understood is the default, because a stale cookie is nobody's fault.

    An earlier release knew fewer choices: its cookie still says what was chosen then.
    """
    try:
        return changed(Preferences(), dict(zip(_KINDS, value.split("."), strict=False)))
    except Invalid:
        return Preferences()


def changed(preferences: Preferences, choices: dict[str, str]) -> Preferences:
    """The preferences with some choices changed; Invalid(field) when a value is none of the choices."""
    for name, value in choices.items():
        try:
            choice: dict[str, Any] = {name: _KINDS[name](value)}
            preferences = replace(preferences, **choice)
        except (KeyError, ValueError):
            raise Invalid(name, "choice.unknown") from None
    return preferences


async def of_account(session: DbSession, account_id: UUID) -> Preferences:
    """What this person chose; the defaults before they chose anything."""
    row = await session.get(Preference, account_id)
    return Preferences() if row is None else _from_row(row)


async def keep(session: DbSession, account_id: UUID, preferences: Preferences) -> None:
    """Remember the choices with the account. One statement, so that of two forms at once neither fails."""
    chosen = {name: getattr(preferences, name) for name in _KINDS}
    row = insert(Preference).values(account_id=account_id, **chosen)
    await session.exec(row.on_conflict_do_update(index_elements=["account_id"], set_=chosen))


def _from_row(row: Preference) -> Preferences:
    return changed(Preferences(), {name: getattr(row, name) for name in _KINDS})
