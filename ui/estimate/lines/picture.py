"""The picture of how income becomes tax, and how tax and what was paid become the result."""

from decimal import Decimal
from typing import NamedTuple

from components.chart import Step as Drawn
from components.chart import Waterfall
from components.layout import section
from services.returns.estimate import Estimate
from services.returns.explaining.income_to_tax import IncomeToTax, Part, Step, income_to_tax
from services.tax import Computed
from services.words import dollars, sentence


class IncomeToTaxPicture:
    """Two waterfalls, drawn once; `show` brings them up to date, and hides them while there is no result."""

    def __init__(self) -> None:
        with section(sentence("picture.heading")) as self._section:
            self._taxed = Waterfall(sentence("picture.title"))
            self._settled = Waterfall(sentence("picture.title_settled"))

    @property
    def html_id(self) -> str:
        """Where a link to it leads."""
        return self._section.html_id

    def show(self, estimate: Estimate) -> None:
        """Draw the steps of the result."""
        self._section.set_visibility(estimate.result is not None)
        if estimate.result is None:
            self._taxed.show((), says="")
            self._settled.show((), says="")
            return
        taxed, settled = pictures(estimate.result)
        self._taxed.show(taxed.steps, says=taxed.says)
        self._settled.show(settled.steps, says=settled.says)


class Picture(NamedTuple):
    """What is drawn under a title, and what it says."""

    title: str
    steps: list[Drawn]
    says: str


def pictures(computed: Computed) -> tuple[Picture, Picture]:
    """How income becomes tax, and how tax and what was paid become the result."""
    steps = income_to_tax(computed)
    on_it = Drawn(sentence("picture.tax_on_it"), _in_dollars(steps.tax), apart=True)
    taxed = [*map(_drawn, steps.taxed), on_it]
    settled = [*map(_drawn, steps.settled)]
    return (
        Picture(sentence("picture.title"), taxed, _says_of_income(steps)),
        Picture(sentence("picture.title_settled"), settled, _says_of_result(steps)),
    )


def _drawn(step: Step) -> Drawn:
    if step.part is Part.RESULT and step.amount:
        return Drawn(sentence("picture.result_refund" if step.amount > 0 else "picture.result_owed"))
    return Drawn(sentence(step.part), None if step.is_total else _in_dollars(step.amount))


def _says_of_income(steps: IncomeToTax) -> str:
    income, taxed = steps.taxed[0].amount, steps.taxed[-1].amount
    if income <= 0:
        return sentence("picture.says.loss" if income else "picture.says.no_income")
    code = "none_taxed" if not taxed else "all_taxed" if taxed == income else "taxed"
    amounts = {"income": income, "not_taxed": income - taxed, "taxed": taxed, "tax": steps.tax}
    return _with(f"picture.says.{code}", amounts)


def _says_of_result(steps: IncomeToTax) -> str:
    result = steps.settled[-1].amount
    if not result:
        return sentence("picture.says.even")
    paid_out = any(step.part is Part.CREDITS_PAID_OUT for step in steps.settled)
    code = f"{'refund' if result > 0 else 'owed'}{'_with_credits' if paid_out else ''}"
    return _with(f"picture.says.{code}", {"result": abs(result)})


def _with(code: str, cents: dict[str, int]) -> str:
    return sentence(code, **{name: dollars(_in_dollars(amount)) for name, amount in cents.items()})


def _in_dollars(cents: int) -> Decimal:
    return Decimal(cents) / 100
