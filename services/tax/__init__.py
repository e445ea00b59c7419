"""The tax engine: a return is a graph of lines, and every result can be explained down to what the person typed.

    computed = compute(parse_return({"tax_year": 2025, "filing_status": "single", "taxpayer": {"wages": 40000}}))
    computed.refund, computed.line("1040.11a").from_inputs

docs/decisions/0002-tax-engine.md says how lines, law and words fit together.
"""

from services.errors import Problem
from services.tax.doubts import Missing, Note
from services.tax.engine import compute
from services.tax.law import YEARS, Law, figures_of, law_for
from services.tax.law.edition import edition_of
from services.tax.limits import Refusal, Unsupported
from services.tax.lines import TOPICS
from services.tax.lines.people import ChildBy
from services.tax.method import Method
from services.tax.money import CENTS_A_DOLLAR, Money, Rate, dollars
from services.tax.reading import Return, parse_return
from services.tax.reading.faults import Fault, InvalidReturn
from services.tax.reading.values import Reader, amount, yes_no
from services.tax.results import Computed, LineResult, NoResult
from services.tax.results.rates import TaxFound
from services.tax.results.written import explained, json_number
from services.tax.situations import Situation

__all__ = [
    "CENTS_A_DOLLAR",
    "TOPICS",
    "YEARS",
    "ChildBy",
    "Computed",
    "Fault",
    "InvalidReturn",
    "Law",
    "LineResult",
    "Method",
    "Missing",
    "Money",
    "NoResult",
    "Note",
    "Problem",
    "Rate",
    "Reader",
    "Refusal",
    "Return",
    "Situation",
    "TaxFound",
    "Unsupported",
    "amount",
    "compute",
    "dollars",
    "edition_of",
    "explained",
    "figures_of",
    "json_number",
    "law_for",
    "parse_return",
    "yes_no",
]
