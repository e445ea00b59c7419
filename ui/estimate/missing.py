"""What an estimate can't do without, and what could still change it, in words and with the places where it is asked."""

from collections.abc import Callable, Iterable, Iterator

from components.link_list import Entry
from services.returns.estimate import Estimate
from services.returns.forms import box_for
from services.tax import Missing
from services.words import sentence

PlaceOf = Callable[[str], str]
"""The id of the place where the answer at a path is asked on this page; empty where it is not on it."""
_ASKED_AT = {
    "uncertain.blind": "taxpayer.blind",
    "uncertain.can_be_claimed": "taxpayer.can_be_claimed_as_dependent",
    "uncertain.spouse_blind": "spouse.blind",
    "uncertain.spouse_can_be_claimed": "spouse.can_be_claimed_as_dependent",
    "uncertain.wages": "taxpayer.wages",
    "uncertain.spouse_wages": "spouse.wages",
    "uncertain.withheld": "payments.federal_income_tax_withheld",
    "uncertain.care": "credits.dependent_care_expenses",
    "uncertain.disability": "taxpayer.retired_on_permanent_total_disability",
    "uncertain.everything": "everything_told",
    Missing.LIVED_APART: "lived_apart_all_year",
    Missing.SERVICE_TRADE: "specified_service_trade",
}


def missing_in_words(paths: Iterable[str]) -> list[str]:
    """The answers at these paths as people call them, each once."""
    return list(dict.fromkeys(_in_words(path) for path in paths))


def needed_answers(estimate: Estimate, place_of: PlaceOf) -> list[Entry]:
    """What an estimate has no result without. Of several dependents, the first one leads on."""
    places = {_in_words(path): place_of(path) for path in reversed(estimate.missing)}
    return [Entry(words, places[words]) for words in missing_in_words(estimate.missing)]


def open_questions(estimate: Estimate, place_of: PlaceOf) -> Iterator[Entry]:
    """What could still change the result, and what should be looked at again."""
    for code in estimate.uncertain:
        yield Entry(sentence(code), place_of(box_for(estimate.answers, _ASKED_AT.get(code, ""))))
    for note in estimate.result.notes if estimate.result else ():
        yield Entry(sentence(note))


def _in_words(path: str) -> str:
    if path.startswith("forms."):
        return sentence(f"missing.form.{path.rpartition('.')[2]}")
    return sentence("missing.dependent_date_of_birth" if path.startswith("dependents.") else f"missing.{path}")
