"""The law is data, each figure with its source, and nowhere else."""

import ast
from pathlib import Path

import pytest

from db.values.returns import FilingStatus
from services.tax import YEARS, law_for, lines
from services.tax.law import figures_of
from services.tax.money import Rate

LINES = Path(lines.__file__).parent
STATUSES = {status.value for status in FilingStatus}
FIGURES = [
    (year, f"{topic}.{name}", figure)
    for year in YEARS
    for topic, table in figures_of(year).items()
    if isinstance(table, dict)
    for name, figure in table.items()
]


@pytest.mark.parametrize("tax_year", YEARS)
def test_every_figure_has_a_value_a_source_and_how_far_it_was_confirmed(tax_year: int) -> None:
    needed, allowed = {"value", "source", "confirmed"}, {"value", "source", "confirmed"} | STATUSES
    figures = {name: figure for year, name, figure in FIGURES if year == tax_year}
    assert [name for name, figure in figures.items() if not needed <= figure.keys() <= allowed] == []
    assert [name for name, figure in figures.items() if not (figure["source"] and figure["confirmed"])] == []


def test_both_years_have_the_same_figures() -> None:
    names = {year: {name for at, name, _ in FIGURES if at == year} for year in YEARS}
    assert names[2025] == names[2026]


def test_every_figure_of_the_files_is_read() -> None:
    read = {
        f"{topic}.{name}"
        for topic in figures_of(2025)
        if topic not in ("tax_year", "forms_of")
        for name in getattr(law_for(2025, FilingStatus.SINGLE), topic).__slots__
    }
    assert read == {name for year, name, _ in FIGURES if year == 2025}


@pytest.mark.parametrize("path", sorted(LINES.rglob("*.py")), ids=lambda path: path.stem)
def test_no_figure_of_the_law_stands_in_code(path: Path) -> None:
    """Only the year since which a line exists may be there."""
    tree = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    years = {id(node.value) for node in tree if isinstance(node, ast.keyword) and node.arg == "since"}
    constants = [node.value for node in tree if isinstance(node, ast.Constant) and id(node) not in years]
    assert [number for number in constants if isinstance(number, int | float) and number not in (0, 1)] == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("status", FilingStatus)
def test_brackets_rise(year: int, status: FilingStatus) -> None:
    law = law_for(year, status).income_tax
    assert list(law.tops) == sorted(law.tops)
    assert len(law.rates) == len(law.tops) + 1


def test_a_year_without_a_file_is_no_law() -> None:
    with pytest.raises(KeyError):
        law_for(2019, FilingStatus.SINGLE)


@pytest.mark.parametrize(
    ("rate", "amount", "share"),
    [("7.65%", 100_00, 7_65), ("2/37", 40_000_00, 2_162_16), ("50%", 1, 1), ("50%", -1, 0), ("0%", 123, 0)],
)
def test_a_rate_gives_the_nearest_cent_and_half_a_cent_goes_up(rate: str, amount: int, share: int) -> None:
    assert Rate.parse(rate).of(amount) == share
