"""A dollar amount."""

from decimal import Decimal
from functools import partial

from components.field import Commit, Field, Says, Typed
from components.field.one_text import ITS_TEXT
from components.money_field.parse import read_money, write_money
from components.native import element


def money_field(
    label: str,
    *,
    name: str = "",
    value: Decimal | None = None,
    on_commit: Commit[Decimal | None] | None = None,
    hint: str = "",
    error: str = "",
    required: bool = False,
    may_be_negative: bool = False,
    draft_key: str | None = "",
) -> Field[Decimal | None]:
    """A labelled dollar amount. Commits on blur or Enter; shows its own error; never rounds silently.

    Takes "31,200", "$31,200.00" and "31 200", keeps what was typed as it was typed, and gives None when it is empty.
    On a phone it opens the keyboard with figures; one that `may_be_negative` opens all keys, because of the minus sign.
    """
    field = Field(Says(label, hint, error, required), value=value, write=_as_typed, draft_key=draft_key)
    with field, element("div", "money"):
        control = element(
            "input",
            type="text",
            inputmode=None if may_be_negative else "decimal",
            autocomplete="off",
            name=name or None,
            defaultValue=write_money(value) or None,
        )
    field.hold(control)
    field.commits(control, ITS_TEXT, partial(_read, may_be_negative=may_be_negative), on_commit)
    return field


def _as_typed(value: Decimal | None) -> Typed:
    return [write_money(value)]


def _read(typed: Typed, *, may_be_negative: bool) -> Decimal | None:
    return read_money(typed[0], may_be_negative=may_be_negative)
