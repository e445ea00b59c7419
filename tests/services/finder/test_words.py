"""Every code and every choice has words, and the words can be filled with the figures that come with the code."""

import re
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from services import words
from services.finder import (
    BusinessFor,
    Category,
    Confirmed,
    Fault,
    Findings,
    HealthPlan,
    Payer,
    Person,
    Place,
    Purpose,
    Reason,
    Why,
)
from services.finder import rules as finder_rules
from tests.services.finder.cases import case, cost, found
from tests.services.finder.test_fsa_ahead import PARENT, care, health
from tests.services.finder.test_fsa_ahead import WORKER as EARNER
from tests.services.finder.test_hand_worked import CASES, findings_of
from tests.services.finder.test_places import EXTRA, SMALL, USES, WORKER

RULES = tomllib.loads(Path(finder_rules.__file__).with_name("rules.toml").read_text("utf-8"))
CHOICES = {
    "business_for": BusinessFor,
    "category": Category,
    "confirmed": Confirmed,
    "health_plan": HealthPlan,
    "payer": Payer,
    "person": Person,
    "place": Place,
    "purpose": Purpose,
}
NEXT = {"spent_on": "2026-05-03"}
LARGE = {"taxpayer_business": {"receipts_year_before": 2_000_000, "full_time_employees_year_before": 40}}


def wide_cases() -> list[dict[str, Any]]:
    """Every kind of cost and use, every payer, small and large businesses, plans and accounts."""
    day = {"spent_on": "2025-12-20"}
    costs = [
        {"category": category.value} | day | EXTRA.get(category, {"amount": 9_000}) | use
        for category in Category
        for use in USES.values()
    ]
    paid = [cost(kind, 900, paid_by=payer.value) for kind in ("hearing_aids", "headphones") for payer in Payer]
    some_left = cost("hearing_aids", 7_000, reimbursed=900, reimbursed_by="employer")
    none_left = cost("hearing_aids", 20, reimbursed=20, reimbursed_by="employer")
    few = [some_left, none_left, cost("tv_captions", 90, regular_price=90), cost("hearing_aids", 9_000, **NEXT)]
    itemized = {"itemized": {"state_local_income_tax": 20_000}}
    accounts = {"health_plan": "high_deductible_family"}
    return [
        case(*some, household=household, **WORKER, **fields)
        for some in ([*costs, *paid], few)
        for household in (SMALL | accounts, LARGE | {"fsa_at_work": True}, {})
        for fields in (itemized, {"tax_year": 2025}, {"filing_status": "married_separate"})
    ]


def reasons_in(findings: Findings) -> list[Reason]:
    """Every reason that is given for anything."""
    by_cost = ((*one.verdict.why, *one.effect.why) for one in findings.findings)
    by_idea = ((one.what, *one.assuming) for one in findings.suggestions)
    return [*chain.from_iterable(by_cost), *findings.total.why, *chain.from_iterable(by_idea)]


GIVEN = [reason for told in wide_cases() for reason in reasons_in(found(told))]
GIVEN += [reason for worked in CASES for reason in reasons_in(findings_of(worked))]
AHEAD = (health(**EARNER), health(itemized={"medical_expenses": 900}, **EARNER), care(**PARENT))
GIVEN += [reason for idea in AHEAD if idea for reason in (idea.what, *idea.assuming)]
GIVEN_CODES = sorted({str(reason.code) for reason in GIVEN})


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_has_words_and_no_words_are_left_over(name: str) -> None:
    written = {code.rpartition(".")[2] for code in words.sentences() if code.startswith(f"finder.{name}.")}
    assert written == {choice.value for choice in CHOICES[name]}


def test_every_code_has_words_and_no_words_are_left_over() -> None:
    said = {f"finder.why.{name}" for name in RULES["rule"]} | {*Why} | {*Fault}
    said |= {"finder.input.case", "finder.input.json"}
    groups = tuple(f"finder.{name}." for name in CHOICES)
    written = {code for code in words.sentences() if code.startswith("finder.") and not code.startswith(groups)}
    assert written == said


@pytest.mark.parametrize("code", GIVEN_CODES)
def test_a_reason_brings_the_figures_of_its_sentence(code: str) -> None:
    for reason in [one for one in GIVEN if one.code == code][:20]:
        said = reason.in_words(words.sentence, words.dollars)
        assert not re.search(r"[{}]", said)


def test_a_sentence_says_the_amount_as_people_write_it() -> None:
    reason = Reason(Why.NOTHING_STANDARD_HIGHER, {"amount": 4_210_00})
    assert reason.in_words(words.sentence, words.dollars) == (
        "This changes nothing, because your standard deduction is $4,210 higher than what you could itemize."
    )


def test_the_floor_is_said_with_percent_and_dollars() -> None:
    [reason, _] = found(case(cost("hearing_aids", 4_000), taxpayer={"age": 40, "wages": 60_000})).findings[0].effect.why
    assert reason.in_words(words.sentence, words.dollars) == (
        "This changes nothing, because medical costs count only above $4,500. That is 7.5% of your income. "
        "Yours are $4,000."
    )


def test_the_cases_here_bring_up_nearly_every_reason() -> None:
    """What is left needs a return that is rare, or a year that has no law yet; other tests bring it up."""
    every = {f"finder.why.{name}" for name in RULES["rule"]} | {*Why}
    elsewhere = {
        Why.ASSUMES_LAW_OF,
        Why.NOTHING_TOO_SMALL,
        Why.TOTAL_UNKNOWN,
        Why.UNKNOWN_NO_PROFIT,
        Why.UNKNOWN_NOT_COMPUTED,
        "finder.why.not_on_this_return",
        "finder.why.work_without_pay",
    }
    assert every - set(GIVEN_CODES) <= elsewhere
