"""The table of "what if": the result at hand beside others, when each holds, and what is not open and why."""

from components.layout import column, section
from components.prose import bullet_list, paragraph
from components.table import Column, table
from services.returns.explaining.what_if import WhatIf, WhatIfs
from services.tax import Computed, Money
from services.words import change_in_dollars, in_dollars, known, sentence
from ui.estimate.answer.in_words import outcome_in_words

_FIGURES = ("taxable", "tax", "gain")


class Comparison:
    """Drawn once; `show` draws what holds now, with one more cost of so many cents (0: none)."""

    def __init__(self) -> None:
        self._box = column()

    def show(self, told: WhatIfs, at_hand: Computed, *, one_more: Money) -> None:
        """Draw the rows, the condition of each, and what is closed."""
        given = {"amount": in_dollars(one_more), "year": at_hand.given.tax_year + 1}
        self._box.clear()
        with self._box:
            words = [Column(sentence(f"what_if.{name}")) for name in ("what", "result")]
            figures = [Column(sentence(f"what_if.{name}"), "figure") for name in _FIGURES]
            rows = [_row(one, given) for one in told.computed]
            table(sentence("what_if.caption"), [*words, *figures], rows)
            _list("what_if.conditions", [*_conditions(told.computed, given), *_refusals(told.computed, given)])
            _list("what_if.closed_title", [sentence(code) for code in told.closed])


def more_in_words(told: WhatIfs, amount: str) -> str:
    """What one more cost of this amount changes, in each place where it could count; empty if none was told."""
    rows = [one for one in told.computed if one.code.startswith("one_more") and one.gain is not None]
    return " ".join(
        sentence(
            "what_if.announced",
            what=sentence(f"what_if.{one.code}", amount=amount),
            change=change_in_dollars(one.gain) if one.gain else sentence("what_if.no_change"),
        )
        for one in rows
    )


def _row(one: WhatIf, given: dict[str, object]) -> tuple[str, ...]:
    name = sentence(f"what_if.{one.code}", **given)
    if one.outcome is None or one.gain is None or one.taxable is None or one.tax is None:
        return name, sentence("what_if.refused"), "", "", ""
    change = "" if one.code == "as_it_is" else change_in_dollars(one.gain)
    return name, outcome_in_words(one.outcome), in_dollars(one.taxable), in_dollars(one.tax), change


def _conditions(rows: tuple[WhatIf, ...], given: dict[str, object]) -> list[str]:
    codes = [f"what_if.only_if.{one.code}" for one in rows]
    return [sentence(code, **given) for code in codes if known(code)]


def _refusals(rows: tuple[WhatIf, ...], given: dict[str, object]) -> list[str]:
    return [f"{sentence(f'what_if.{one.code}', **given)}: {sentence(code)}" for one in rows for code in one.refused]


def _list(title: str, lines: list[str]) -> None:
    if lines:
        with section(sentence(title)):
            bullet_list(lines)


def none_yet() -> None:
    """What is said where there is nothing to compare with."""
    paragraph(sentence("what_if.none"))
