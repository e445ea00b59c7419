"""How a person wants to talk with us, how their screen looks and how alerts come. Without an account it is a cookie."""

from collections.abc import Mapping
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
    """What the page frame needs to know of the reader. A new choice comes last: that is its place in the cookie.

    `talk_chosen` is whether somebody chose how to talk: text alone is also what we do before anybody chose.
    """

    talk: CommunicationPreference = CommunicationPreference.TEXT_ONLY
    theme: Theme = Theme.SYSTEM
    text_size: TextSize = TextSize.NORMAL
    motion: Motion = Motion.SYSTEM
    vibration: Switch = Switch.ON
    glow: Switch = Switch.ON
    talk_chosen: Switch = Switch.OFF

    @property
    def has_chosen_talk(self) -> bool:
        """Whether this way to talk was chosen. An earlier release did not remember it of who chose text alone."""
        return self.talk_chosen is Switch.ON or self.talk is not CommunicationPreference.TEXT_ONLY

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
    "talk_chosen": Switch,
}


def from_cookie(value: str) -> Preferences:
    """Read a cookie; what is not understood is the default, because a stale cookie is nobody's fault.

    An earlier release knew fewer choices: its cookie still says what was chosen then.
    """
    try:
        return changed(Preferences(), dict(zip(_KINDS, value.split("."), strict=False)))
    except Invalid:
        return Preferences()


def changed(preferences: Preferences, choices: Mapping[str, str]) -> Preferences:
    """The preferences with some choices changed; Invalid(field) when a value is none of the choices."""
    for name, value in choices.items():
        try:
            choice: dict[str, Any] = {name: _KINDS[name](value)}
            preferences = replace(preferences, **choice)
        except (KeyError, ValueError):
            raise Invalid(name, "choice.unknown") from None
    return preferences


def chosen(preferences: Preferences, choices: Mapping[str, str]) -> Preferences:
    """The same for choices that a person made: who chose a way to talk has chosen it, even the usual one."""
    return changed(preferences, {**choices, "talk_chosen": Switch.ON} if "talk" in choices else choices)


async def of_account(session: DbSession, account_id: UUID) -> Preferences:
    """What this person chose; the defaults before they chose anything."""
    row = await session.get(Preference, account_id)
    return Preferences() if row is None else _from_row(row)


async def keep(session: DbSession, account_id: UUID, preferences: Preferences) -> None:
    """Remember the choices with the account. One statement, so that of two forms at once neither fails."""
    values = {name: getattr(preferences, name) for name in _KINDS}
    row = insert(Preference).values(account_id=account_id, **values)
    await session.exec(row.on_conflict_do_update(index_elements=["account_id"], set_=values))


def _from_row(row: Preference) -> Preferences:
    return changed(Preferences(), {name: getattr(row, name) for name in _KINDS})
