"""The lines in a row give what the lines one by one give, on every return and by both methods."""

from inspect import getmembers
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.tax import Method, compute, parse_return
from services.tax.cells import STEPS, Worksheet
from services.tax.engine import _MISSING, _plan
from services.tax.flat import flat
from services.tax.law import law_for
from tests.services.tax.returns import SCENARIOS, oracle
from tests.services.tax.strategies import returns


def step_by_step(data: dict[str, Any], method: Method) -> Worksheet:
    given = parse_return(data)
    sheet = Worksheet(_MISSING | given.answers, law_for(given.tax_year, given.filing_status), method)
    _plan(method).run(sheet)
    return sheet


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_cell_of_every_return_is_the_same(scenario: str, method: Method) -> None:
    for case in oracle(scenario):
        assert compute(parse_return(case), method=method).sheet == step_by_step(case, method), case["id"]


@given(case=returns(), method=st.sampled_from(Method))
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
def test_every_cell_of_random_returns_is_the_same(case: dict[str, Any], method: Method) -> None:
    assert compute(parse_return(case), method=method).sheet == step_by_step(case, method)


def test_only_formulas_with_a_loop_are_called() -> None:
    run = dict(getmembers(flat(_plan(Method.EXACT), whole=False)))
    formulas = {step.formula: step.name for step in STEPS}
    called = {formulas[thing] for thing in run["__globals__"].values() if callable(thing) and thing in formulas}
    assert called == {
        "8812.21",
        "8880.7",
        "children_for_child_credit",
        "disability_income_under_65",
        "opportunity_credit_before_phase_out",
        "people_needing_care",
        "step_of_savings",
        "students",
        "who_is_a_child",
    }
