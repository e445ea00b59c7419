"""What the boxes of forms tell for the fields of a return."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from services.returns.answers import Answers
from services.returns.answers.forms import Holder, IncomeForm
from services.returns.forms.kinds import KINDS


class Told(NamedTuple):
    """An amount in dollars that a box tells for a field: the dotted paths of both, the form, and which one it is."""

    field: str
    box: str
    form: IncomeForm
    number: int
    amount: Decimal


def forms_of(answers: Answers, kind: str) -> Sequence[IncomeForm]:
    """All forms of a kind that were ever added and not removed."""
    listed: Sequence[IncomeForm] = getattr(answers.forms, kind)
    return listed


def counted(answers: Answers, kind: str) -> list[IncomeForm]:
    """The forms of a kind that are on this return: those of a spouse only where two people file together."""
    return [form for form in forms_of(answers, kind) if answers.is_joint or form.whose is not Holder.SPOUSE]


def box_sums(answers: Answers, kind: str) -> dict[str, Decimal]:
    """What the forms of a kind come to, box by box as they are printed, for boxes that count."""
    sums: dict[str, Decimal] = {}
    for form in counted(answers, kind):
        once = {box: amount for box, _, amount in KINDS[kind].tells(form)}
        for box, amount in once.items():
            sums[box] = sums.get(box, Decimal(0)) + amount
    return {box: sums[box] for box in KINDS[kind].form.model_fields if box in sums}


def told_by_forms(answers: Answers) -> Iterator[Told]:
    """Every amount that a box of a form tells, in the order of the page."""
    for kind in KINDS.values():
        for number, form in enumerate(counted(answers, kind.name), start=1):
            for box, field, amount in kind.tells(form):
                yield Told(field, f"{kind.path}.{form.id}.{box}", form, number, amount)
