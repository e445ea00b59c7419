"""A cost for hearing whose answers can't all be true."""

from services.errors import Invalid
from services.returns.answers.costs import PEOPLE, Cost


def check_cost(cost: Cost, path: str, tax_year: int) -> None:
    """Raise Invalid(path) when the answer just given can't be true beside the rest of the cost."""
    if cost.spent_on and abs(cost.spent_on.year - tax_year) > 1:
        raise Invalid(path, "finder.input.day_far")
    if cost.reimbursed_by in PEOPLE:
        raise Invalid(path, "finder.input.repaid_by")
