"""What a form must tell before an estimate can be honest."""

from collections.abc import Iterator

from services.returns.answers import Answers
from services.returns.answers.forms import IncomeForm, PensionForm, SalesForm
from services.returns.forms import pensions
from services.returns.forms.kinds import KINDS
from services.returns.forms.told import counted

_PAIRS = (("short_proceeds", "short_cost"), ("long_proceeds", "long_cost"))


def needed_of_forms(answers: Answers) -> Iterator[str]:
    """Paths of boxes that are empty, and without which another box of the same form can't be counted."""
    for kind in KINDS.values():
        for form in counted(answers, kind.name):
            yield from (f"{kind.path}.{form.id}.{box}" for box in _unanswered(form))


def tells_income(answers: Answers) -> bool:
    """Whether income of any kind was told, 0 too: typed as one amount, or in a box of a form that decides what came in.

    Tax withheld on a form does not tell it.
    """
    totals = [amount for adult in answers.adults for amount in (adult.wages, adult.self_employment_net_profit)]
    in_boxes = (
        getattr(form, box) for kind in KINDS.values() for form in counted(answers, kind.name) for box in kind.decided_by
    )
    return any(amount is not None for amount in (*totals, *answers.income.model_dump().values(), *in_boxes))


def _unanswered(form: IncomeForm) -> Iterator[str]:
    if isinstance(form, PensionForm):
        yield from pensions.unanswered(form)
    if isinstance(form, SalesForm):
        for proceeds, cost in _PAIRS:
            told = {box: getattr(form, box) for box in (proceeds, cost)}
            if any(told.values()):
                yield from (box for box, amount in told.items() if amount is None)
