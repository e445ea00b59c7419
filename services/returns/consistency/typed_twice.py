"""Totals that were typed in one section while boxes of forms tell them in another: it may be the same money."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from services.returns.answers import Answers, answer_at
from services.returns.forms import Told, told_by_forms
from services.returns.forms.kinds import KINDS

_TOTALS = {total.path: kind.name for kind in KINDS.values() for total in kind.totals}


class TypedTwice(NamedTuple):
    """The dotted paths of the first box that tells it and of the total, and the dollars in all such boxes and in it."""

    box: str
    total: str
    told: Decimal
    typed: Decimal


def typed_twice(answers: Answers) -> Iterator[TypedTwice]:
    """What may count twice, unless its owner has said that both count, for this amount.

    A total that another kind of form stands in for is most often of that kind: it is asked about if it is the same
    amount to the cent.
    """
    told_for: dict[str, list[Told]] = {}
    for told in told_by_forms(answers):
        if told.amount and _TOTALS.get(told.field) != told.box.split(".")[1]:
            told_for.setdefault(told.field, []).append(told)
    for field, each in told_for.items():
        typed, sum_ = answer_at(answers, field), sum((told.amount for told in each), Decimal(0))
        said = {told.form.confirmed.get(field) for told in each}
        if typed and str(typed) not in said and (field not in _TOTALS or typed == sum_):
            yield TypedTwice(each[0].box, field, sum_, typed)
