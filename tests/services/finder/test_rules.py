"""The rules are data: each with its source and how far that was confirmed, and no figure of the law stands in code."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from services.finder import Category, Confirmed, Use
from services.finder import rules as finder_rules
from services.finder.rules import figure, figure_in_cents, last_day_for_hsa, rule, rule_for, source_of
from services.tax import YEARS
from tests.services.finder.test_words import RULES

FOLDER = Path(finder_rules.__file__).parent
WITHOUT_SOURCE = {"medical", "not_medical", "nothing_left"}
ENTRIES: list[tuple[str, dict[str, Any]]] = [
    (f"{table}.{name}", entry)
    for table, entries in RULES.items()
    for name, entry in entries.items()
    if (table, name) not in {("rule", rule_name) for rule_name in WITHOUT_SOURCE}
]


@pytest.mark.parametrize(("name", "entry"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_every_rule_category_and_figure_has_a_source_and_how_far_it_was_confirmed(
    name: str, entry: dict[str, Any]
) -> None:
    assert entry["source"], name
    assert Confirmed(entry["confirmed"])


def test_every_category_has_a_source_and_a_rule_for_each_use() -> None:
    assert set(RULES["category"]) == set(Category)
    assert all(source_of(category).text and rule_for(category, use).place for category in Category for use in Use)


def test_every_rule_is_used_by_the_table_or_named_in_the_code() -> None:
    in_table = {rule_for(category, use).name for category in Category for use in Use}
    code = (FOLDER / "placing.py").read_text("utf-8")
    by_payer = {name for name in RULES["rule"] if name.startswith(("paid_by_", "paid_from_"))}
    assert {name for name in RULES["rule"] if name not in in_table | by_payer and f'"{name}"' not in code} == set()


def test_the_rules_that_go_by_the_table_borrow_the_source_of_the_category() -> None:
    assert all(rule(name).source is None for name in WITHOUT_SOURCE)


@pytest.mark.parametrize("name", RULES["figure"])
@pytest.mark.parametrize("year", YEARS)
def test_every_figure_is_there_for_every_year(name: str, year: int) -> None:
    assert figure(name, year) > 0


def test_figures_are_read_as_they_are_written() -> None:
    assert (figure("dollars_a_medical_mile", 2025), figure("dollars_a_medical_mile", 2026)) == (
        Decimal("0.21"),
        Decimal("0.205"),
    )
    assert figure_in_cents("access_most_receipts", 2026) == 1_000_000_00
    assert last_day_for_hsa(2025) == date(2026, 4, 15)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_figure_of_the_law_stands_in_code(path: Path) -> None:
    """Only limits of what can be typed, the last day of a year, and counts of one or two may be there."""
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    numbers = {node.value for node in tree if isinstance(node, ast.Constant) and type(node.value) in (int, float)}
    typed = {"values.py": {100_000, 1_000_000, 100}, "reading": {200}, "outlook.py": {12, 31}}
    assert numbers - {0, 1, 2} <= typed.get(path.parent.name if path.stem == "__init__" else path.name, set())
