"""The law as data: one dated file a year, each figure with its primary source and how far that was confirmed.

A figure is one `value`, or a value by filing status where `value` stands for every status that is not named.
Dollars are whole numbers in the files and cents here; rates are written "7.65%" or "2/37".
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from db.values.returns import FilingStatus
from services.tax.law import credit, deduction, tax
from services.tax.money import CENTS_A_DOLLAR, Money, Rate

YEARS = (2025, 2026)
_PLAIN = (int, bool)


@dataclass(frozen=True, slots=True)
class Law:
    """One year's law for one filing status. `forms_of` is the year of the forms that the line numbers come from."""

    tax_year: int
    forms_of: int
    standard_deduction: deduction.StandardDeduction
    income_tax: tax.IncomeTax
    tables: tax.Tables
    minimum_tax: tax.MinimumTax
    social_security: tax.SocialSecurity
    adjustments: deduction.Adjustments
    itemized: deduction.Itemized
    additional_deductions: deduction.AdditionalDeductions
    dependent_care: credit.DependentCare
    elderly_credit: credit.ElderlyCredit
    child_credit: credit.ChildCredit
    earned_income_credit: credit.EarnedIncomeCredit
    payroll_tax: tax.PayrollTax
    self_employment: tax.SelfEmployment
    business_deduction: deduction.BusinessDeduction
    education: credit.Education
    disabled_access: credit.DisabledAccess
    savers_credit: credit.SaversCredit
    unearned_income_of_children: tax.UnearnedIncomeOfChildren
    forms: tax.Forms


@cache
def law_for(tax_year: int, filing_status: FilingStatus) -> Law:
    """The law of a year as it applies to a filing status. Raises KeyError for a year that has no file."""
    if tax_year not in YEARS:
        raise KeyError(tax_year)
    tables = figures_of(tax_year)
    kinds = {field.name: kind for field in fields(Law) if isinstance(kind := field.type, type) and kind is not int}
    topics = {name: _topic(kind, tables[name], filing_status) for name, kind in kinds.items()}
    return Law(tax_year=tax_year, forms_of=tables["forms_of"], **topics)


@cache
def figures_of(tax_year: int) -> Mapping[str, Any]:
    """The year's file as it stands, with sources and notes: topic, then figure."""
    return tomllib.loads(Path(__file__).with_name(f"{tax_year}.toml").read_text("utf-8"))


def _topic(kind: type, table: Mapping[str, Any], filing_status: FilingStatus) -> Any:
    hints = get_type_hints(kind, include_extras=True)
    return kind(**{name: _figure(hint, table[name], filing_status) for name, hint in hints.items()})


def _figure(hint: Any, figure: Mapping[str, Any], filing_status: FilingStatus) -> Any:
    value = figure.get(filing_status.value, figure.get("value"))
    return tuple(_plain(hint, one) for one in value) if isinstance(value, list) else _plain(hint, value)


def _plain(hint: Any, value: Any) -> Money | Rate | int | bool:
    if isinstance(value, str):
        return Rate.parse(value)
    if hint in _PLAIN:
        return int(value) if hint is int else bool(value)
    return int(value) * CENTS_A_DOLLAR
