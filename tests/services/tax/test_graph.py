"""The graph tells the truth: every line names what it reads, has a source, and has words in every year."""

import ast
from collections import defaultdict
from collections.abc import Mapping
from graphlib import CycleError
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from services import words
from services.tax import TOPICS, YEARS, Method, compute, parse_return
from services.tax import lines as topics
from services.tax.cells import STEPS, Cell, Choice, Fact, Input, Line, Worksheet
from services.tax.engine import _plan
from services.tax.graph import compiled, reads
from services.tax.inputs import INPUTS, taxable_interest
from services.tax.lines.deductions.choice import itemizes
from services.tax.results.printed import topic_of
from services.words.lines import words_of_year
from tests.services.tax.returns import SCENARIOS, computed, oracle

FOLDER = Path(topics.__file__).parent
HEN: Fact[int] = Fact("hen", lambda r: r[EGG])
EGG: Fact[int] = Fact("egg", lambda r: r[HEN])
LINES = [step for step in STEPS if isinstance(step, Line)]


def imported_names() -> Mapping[str, set[str]]:
    """For each topic, the names that other modules of the engine import from it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in FOLDER.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found[node.module] |= {name.name for name in node.names}
    return found


IMPORTED = imported_names()


class Watched(Worksheet):
    """A worksheet that writes down which cells are read."""

    seen: set[Cell[Any]]

    def __getitem__(self, cell: Cell[Any]) -> Any:
        self.seen.add(cell)
        return super().__getitem__(cell)


def undeclared(step: Any, sheet: Worksheet) -> set[Cell[Any]]:
    """The cells that a step reads without naming them."""
    watched = Watched(sheet, sheet.law, sheet.method)
    watched.seen = set()
    step.formula(watched)
    return watched.seen - reads(step)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_line_reads_what_it_does_not_name(scenario: str) -> None:
    for case in oracle(scenario):
        sheet = compute(parse_return(case)).sheet
        assert {step.name: hidden for step in STEPS if (hidden := undeclared(step, sheet))} == {}


def test_a_line_that_reads_in_secret_is_found_out() -> None:
    secret = {"cell": taxable_interest}
    sneaky = Fact("sneaky", lambda r: r[secret["cell"]])
    assert undeclared(sneaky, computed().sheet) == {taxable_interest}


def test_lines_that_need_each_other_are_refused() -> None:
    with pytest.raises(CycleError):
        compiled([HEN, EGG], itemizes, Method.EXACT)


@pytest.mark.parametrize("method", Method)
def test_each_step_runs_after_what_it_reads(method: Method) -> None:
    plan = _plan(method)
    done: set[Cell[Any]] = set(INPUTS.values())
    for order in (plan.before, ((itemizes, None),), plan.between, plan.after):
        for cell, _ in order:
            assert isinstance(cell, Choice) or reads(cell) <= done, cell
            done.add(cell)
    assert done == {*STEPS, *INPUTS.values(), itemizes}


def test_every_answer_is_used_by_some_line_or_refusal() -> None:
    used = {cell for step in STEPS for cell in reads(step)}
    only_refused = {"situations", "specified_service_trade"}
    assert {name for name, cell in INPUTS.items() if cell not in used} == only_refused


def test_no_two_steps_share_a_name() -> None:
    assert len({step.name for step in STEPS}) == len(STEPS)


def test_every_line_belongs_to_a_topic_with_a_place_on_the_page() -> None:
    assert {topic_of(line) for line in LINES} == set(TOPICS)
    assert [topic for topic in TOPICS if not words.known(f"tax.topic.{topic}")] == []


def test_every_line_has_a_label_and_a_source() -> None:
    known = ("Form ", "Schedule ", "IRC ", "Social Security", "Qualified Dividends", "Earned Income", "Publication")
    assert [line.name for line in LINES if not (line.label and line.source.startswith(known))] == []


@pytest.mark.parametrize("tax_year", YEARS)
def test_every_line_of_a_year_has_words_and_no_words_are_left_over(tax_year: int) -> None:
    assert set(words_of_year(tax_year)) == {line.name for line in LINES if line.since <= tax_year}


@pytest.mark.parametrize("tax_year", YEARS)
def test_the_words_of_lines_hold_no_figures_of_the_law(tax_year: int) -> None:
    texts = [line.explanation for line in words_of_year(tax_year).values()]
    assert [text for text in texts if "$" in text or "%" in text] == []


def test_a_result_leads_back_to_what_was_typed() -> None:
    result = computed(taxpayer={"age": 40, "wages": 30_000}, income={"taxable_interest": 12})
    line = result.line("1040.11a")
    assert line.from_lines == ("1040.9", "1040.10")
    assert line.from_inputs == ("filing_status", "income.taxable_interest", "taxpayer.wages")


def test_a_year_without_forms_says_so() -> None:
    assert computed().line("1040.11a").source == "Form 1040, line 11a (2025)"
    assert computed(tax_year=2026).line("1040.11a").source.endswith("the 2026 form is not published yet")


def test_lines_of_a_later_year_are_not_shown_before() -> None:
    assert "schedule_a.limit" not in {line.id for line in computed().lines}
    assert "schedule_a.limit" in {line.id for line in computed(tax_year=2026).lines}


@pytest.mark.parametrize("topic", sorted(FOLDER.rglob("[a-z]*.py")), ids=lambda path: path.stem)
def test_a_topic_says_which_of_its_steps_others_may_read(topic: Path) -> None:
    """Everything else in it is private: it can change without a look at other topics."""
    module = ".".join(topic.relative_to(FOLDER.parents[2]).with_suffix("").parts)
    assert set(import_module(module).__all__) == IMPORTED[module]


def test_inputs_are_named_by_their_path() -> None:
    assert all(isinstance(cell, Input) and cell.name == name for name, cell in INPUTS.items())


@pytest.mark.parametrize("year", YEARS)
def test_a_line_comes_from_lines_of_its_own_year(year: int) -> None:
    lines = compute(parse_return({"tax_year": year, "filing_status": "single"})).lines
    known = {line.id for line in lines}
    assert [line.id for line in lines if not known.issuperset(line.from_lines)] == []
