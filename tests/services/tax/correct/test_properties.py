"""What must hold for every return, tried on random ones."""

from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.tax import Computed, Method, compute, parse_return
from services.words.lines import line_words
from tests.services.tax.returns import exactly
from tests.services.tax.strategies import returns

thoroughly = settings(max_examples=150, deadline=None, derandomize=True, database=None)
"""The same returns in each run, and no clock: a busy machine must not fail a test."""


def both(case: dict[str, Any], other: dict[str, Any]) -> tuple[Computed, Computed] | None:
    """Two returns to the cent, unless one of them can't be worked out."""
    results = exactly(case), exactly(other)
    return None if any(result.unsupported for result in results) else results


@given(case=returns(), more=st.integers(1, 20_000), who=st.sampled_from(("taxpayer", "spouse")))
@thoroughly
def test_more_wages_never_raise_the_refund_by_more_than_the_wages(case: dict[str, Any], more: int, who: str) -> None:
    raised = deepcopy(case)
    earner = raised[who] or raised["taxpayer"]
    earner["wages"] += more
    if pair := both(case, raised):
        before, after = pair
        assert after.outcome - before.outcome <= more * 100


@given(case=returns(), more=st.integers(1, 5_000))
@thoroughly
def test_a_dollar_more_withheld_comes_back_as_a_dollar(case: dict[str, Any], more: int) -> None:
    held = deepcopy(case)
    held["payments"]["federal_income_tax_withheld"] += more
    if pair := both(case, held):
        before, after = pair
        assert after.outcome - before.outcome == more * 100


@given(case=returns(), chance=st.randoms(use_true_random=False))
@thoroughly
def test_the_order_of_what_is_typed_does_not_matter(case: dict[str, Any], chance: Any) -> None:
    fields = list(case.items())
    chance.shuffle(fields)
    turned = {name: dict(reversed(value.items())) if isinstance(value, dict) else value for name, value in fields}
    turned["dependents"] = chance.sample(case["dependents"], len(case["dependents"]))
    if pair := both(case, turned):
        assert pair[0].expected() == pair[1].expected()


_OTHER = {"taxpayer": "spouse", "spouse": "taxpayer"}
_SAVED = ("retirement_contributions_taxpayer", "retirement_contributions_spouse")


@given(case=returns(), saved=st.tuples(st.integers(0, 4_000), st.integers(0, 4_000)), claimed=st.booleans())
@settings(thoroughly, max_examples=60)
def test_it_does_not_matter_which_of_two_people_is_named_first(
    case: dict[str, Any], saved: tuple[int, int], *, claimed: bool
) -> None:
    case |= {"filing_status": "married_joint", "lived_apart_all_year": False}
    case["spouse"] = {"age": 20, "wages": 9_000, "can_be_claimed_as_dependent": claimed} | (case["spouse"] or {})
    case["credits"] |= dict(zip(_SAVED, saved, strict=True))
    turned = case | {"taxpayer": case["spouse"], "spouse": case["taxpayer"]}
    turned["credits"] = case["credits"] | dict(zip(_SAVED, reversed(saved), strict=True))
    one, other = (compute(parse_return(each)) for each in (case, turned))
    assert (one.unsupported, one.missing, one.notes) == (other.unsupported, other.missing, other.notes)
    if not one.unsupported:
        amounts = {line.id: line.amount for line in other.lines}
        assert [line.amount for line in one.lines] == [amounts[_of_the_other(line.id)] for line in one.lines]


def _of_the_other(line: str) -> str:
    """The same line on the form that the other one of two people fills."""
    form, _, whose = line.rpartition(".")
    return f"{form}.{_OTHER.get(whose, whose)}"


@given(case=returns(), method=st.sampled_from(Method))
@thoroughly
def test_every_line_is_explained_and_has_a_source(case: dict[str, Any], method: Method) -> None:
    result = compute(parse_return(case), method=method)
    if not result.unsupported:
        for line in result.lines:
            assert line.label
            assert line.source
            assert line_words(line.id, case["tax_year"]).explanation


@given(case=returns(), method=st.sampled_from(Method))
@thoroughly
def test_a_result_adds_up(case: dict[str, Any], method: Method) -> None:
    result = compute(parse_return(case), method=method)
    if result.unsupported:
        return
    assert not (result.refund and result.amount_owed)
    assert result.outcome == result.line("1040.33").amount - result.line("1040.24").amount
    assert result.line("1040.22").amount >= 0
    if method is Method.AS_FILED:
        assert [line.id for line in result.lines if line.amount % 100] == []


@given(case=returns(), method=st.sampled_from(Method))
@thoroughly
def test_nobody_pays_more_because_they_could_itemize(case: dict[str, Any], method: Method) -> None:
    """The way with the lower tax is taken, so costs that could be itemized never raise it."""
    without = {**case, "itemized": {}}
    more, less = (compute(parse_return(one), method=method) for one in (case, without))
    if not (more.unsupported or less.unsupported):
        assert more.line("1040.18").amount <= less.line("1040.18").amount
