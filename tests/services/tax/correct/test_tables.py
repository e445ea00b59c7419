"""As filed, taxes and credits are those of the tables that the IRS printed; tables/ holds rows of them."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.values.returns import FilingStatus
from services.tax import Law, Method, compute, law_for, parse_return
from services.tax.law.tax import IncomeTax
from services.tax.money import Rate

PRINTED = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in Path(__file__).with_name("tables").glob("*.toml")
}
COLUMNS_OF_TAX = ("single", "married_joint", "married_separate", "head_of_household")
STATUS_OF = {"single": FilingStatus.SINGLE, "joint": FilingStatus.MARRIED_JOINT}
Cell = tuple[int, int, str, int, int]


def cents(value: Any) -> Any:
    return tuple(100 * one for one in value)


def rates(value: Any) -> tuple[Rate, ...]:
    return tuple(Rate.parse(one) for one in value)


def income_tax_of(table: dict[str, Any], column: str) -> IncomeTax:
    """The rates of the table's year; the file has those of an earlier year with it."""
    law = law_for(2025, FilingStatus(column)).income_tax
    if "law" not in table:
        return law
    return replace(law, rates=rates(table["law"]["rates"]), tops=cents(table["law"]["tops"][column]))


def credit_law_of(table: dict[str, Any], column: str) -> Law:
    """The law of 2025, with the figures of the credit from an earlier year when the file has them."""
    law = law_for(2025, STATUS_OF[column])
    if "law" not in table:
        return law
    of_year = table["law"]
    credit = replace(
        law.earned_income_credit,
        maximum=cents(of_year["maximum"]),
        phase_in_rate=rates(of_year["phase_in_rate"]),
        phase_out_rate=rates(of_year["phase_out_rate"]),
        phase_out_start=cents(of_year["phase_out_start"][column]),
    )
    return replace(law, earned_income_credit=credit)


def credit_cells(table: dict[str, Any]) -> Iterator[Cell]:
    """At least, less than, column, children, credit."""
    yield from (tuple(cell) for cell in table.get("cells", ()))
    yield from (tuple(cell) for cell in table["last_rows"])
    starred = {(lowest, column, children) for lowest, _, column, children, _ in table["last_rows"]}
    for lowest, above, *amounts in table.get("rows", ()):
        for place, credit in enumerate(amounts):
            column, children = ("single", "joint")[place // 4], place % 4
            if (lowest, column, children) not in starred:
                yield lowest, above, column, children, credit


def credit_of(wages: int, column: str, children: int, law: Law) -> int:
    """Line 27a in dollars, for somebody aged 40 who has these wages and nothing else."""
    spouse = {"spouse": {"age": 40}} if column == "joint" else {}
    case = {
        "tax_year": 2025,
        "filing_status": STATUS_OF[column].value,
        "taxpayer": {"age": 40, "wages": wages},
        "dependents": [{"age": 5}] * children,
        **spouse,
    }
    return compute(parse_return(case), law=law).line("1040.27a").amount // 100


def tax_of(income: int, column: str, law: IncomeTax) -> int:
    """Line 16 in dollars, for this taxable income."""
    status = FilingStatus(column)
    whole = law_for(2025, status)
    wages = income + whole.standard_deduction.amount // 100
    spouse = {"spouse": {"age": 40}} if status is FilingStatus.MARRIED_JOINT else {}
    case = {"tax_year": 2025, "filing_status": column, "taxpayer": {"age": 40, "wages": wages}, **spouse}
    return compute(parse_return(case), law=replace(whole, income_tax=law)).line("1040.16").amount // 100


@pytest.mark.parametrize("name", [name for name in PRINTED if name.startswith("tax_table")])
@pytest.mark.parametrize("column", COLUMNS_OF_TAX)
def test_the_tax_is_that_of_the_printed_tax_table(name: str, column: str) -> None:
    law, place = income_tax_of(PRINTED[name], column), 2 + COLUMNS_OF_TAX.index(column)
    wrong = [
        (income, found, row[place])
        for row in PRINTED[name]["rows"]
        for income in (row[0], row[1] - 1)
        if (found := tax_of(income, column, law)) != row[place]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", [name for name in PRINTED if name.startswith("eic")])
@pytest.mark.parametrize("column", STATUS_OF)
def test_the_credit_is_that_of_the_printed_eic_table(name: str, column: str) -> None:
    law = credit_law_of(PRINTED[name], column)
    cells = [cell for cell in credit_cells(PRINTED[name]) if cell[2] == column]
    wrong = [
        (wages, children, found, credit)
        for lowest, above, _, children, credit in cells
        for wages in (lowest, above - 1)
        if (found := credit_of(wages, column, children, law)) != credit
    ]
    assert cells
    assert wrong == []


@pytest.mark.parametrize("name", [name for name in PRINTED if name.startswith("eic")])
def test_the_credit_ends_where_the_footnote_of_the_table_says(name: str) -> None:
    for _, end, column, children, _ in PRINTED[name]["last_rows"]:
        assert credit_of(end, column, children, credit_law_of(PRINTED[name], column)) == 0


def test_the_table_ends_where_the_rates_begin() -> None:
    law = law_for(2025, FilingStatus.SINGLE).income_tax
    assert (tax_of(99_999, "single", law), tax_of(100_000, "single", law)) == (16_909, 16_914)


def test_cents_are_dropped_on_a_filed_return_only() -> None:
    case = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 40, "wages": "40010.49"}}
    as_filed, exact = (compute(parse_return(case), method=method) for method in Method)
    assert (as_filed.line("1040.1z").amount, exact.line("1040.1z").amount) == (40_010_00, 40_010_49)
