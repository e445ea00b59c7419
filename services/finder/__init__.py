"""The deduction finder for Deaf and hard-of-hearing people: tells the truth about each cost, with dollars.

    case = parse_case({"return": {…}, "expenses": [{"category": "hearing_aids", …}]})
    findings = find(case.return_, case.expenses, method=Method.AS_FILED, today=today, household=case.household)
    findings.findings[0].verdict.place, findings.findings[0].effect.amount

services/finder/README.md has the shape of a case; rules.toml and places.csv are the rules with their sources.
"""

from services.errors import Problem
from services.finder.asking import questions
from services.finder.changes import profit_of, with_costs
from services.finder.choices import BusinessFor, Category, HealthPlan, Payer, Person, Purpose, Use
from services.finder.effects import Effect
from services.finder.expenses import Business, Expense, Household
from services.finder.explaining import below_medical_floor, standard_is_higher
from services.finder.finding import Finding, Findings, find
from services.finder.placing import Verdict, placed
from services.finder.reading import MOST_EXPENSES, Case, parse_case, parse_expense
from services.finder.reading.faults import Fault, InvalidCase
from services.finder.reasons import Reason, Why, percent
from services.finder.report import Reporter
from services.finder.rules import Confirmed, Place, Source, figure, last_day_for_hsa, place_of
from services.finder.suggesting import Suggestion, YearAhead, fsa_for_care, fsa_for_health

__all__ = [
    "MOST_EXPENSES",
    "Business",
    "BusinessFor",
    "Case",
    "Category",
    "Confirmed",
    "Effect",
    "Expense",
    "Fault",
    "Finding",
    "Findings",
    "HealthPlan",
    "Household",
    "InvalidCase",
    "Payer",
    "Person",
    "Place",
    "Problem",
    "Purpose",
    "Reason",
    "Reporter",
    "Source",
    "Suggestion",
    "Use",
    "Verdict",
    "Why",
    "YearAhead",
    "below_medical_floor",
    "figure",
    "find",
    "fsa_for_care",
    "fsa_for_health",
    "last_day_for_hsa",
    "parse_case",
    "parse_expense",
    "percent",
    "place_of",
    "placed",
    "profit_of",
    "questions",
    "standard_is_higher",
    "with_costs",
]
