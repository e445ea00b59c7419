"""Answers as the other person of a joint return says them: what is mine is my spouse's, and the other way around.

They are stored as the taxpayer says them, who is named first on the form. Whoever is the spouse there reads them
turned, and what they change is turned back. Turning twice changes nothing.
"""

import re
from typing import Any

from services.returns.answers import Answers
from services.returns.answers.forms import Forms
from services.returns.answers.parts import Part

_OTHER = {"taxpayer": "spouse", "spouse": "taxpayer"}
_PEOPLE = re.compile("taxpayer|spouse")
_PAIRS = {
    "": ("taxpayer", "spouse"),
    "credits": ("retirement_contributions_taxpayer", "retirement_contributions_spouse"),
    "household": ("taxpayer_business", "spouse_business"),
}
"""Fields that are there for each of the two, by the part in which they stand."""
_NAMES_A_PERSON = ("whose", "paid_by")
_IN_A_LIST = re.compile(rf'"({"|".join(_NAMES_A_PERSON)})":"(taxpayer|spouse)"')


def turned(answers: Answers) -> Answers:
    """A copy in the words of the other one."""
    other = answers.model_copy(deep=True)
    for name, (one, two) in _PAIRS.items():
        part = getattr(other, name) if name else other
        _put(part, {one: getattr(part, two), two: getattr(part, one)})
    for listed in (*_forms(other.forms), other.costs):
        for each in listed:
            _turn(each)
    other.confirmed = _turned_keys(other.confirmed)
    return other


def turned_path(path: str) -> str:
    """Where the same answer stands in turned answers: `spouse.wages` for `taxpayer.wages`."""
    return _PEOPLE.sub(lambda name: _OTHER[name[0]], path)


def turned_change(change: dict[str, str]) -> dict[str, str]:
    """A change of the history (`path`, `before`, `after`) in the words of the other one."""
    path = turned_path(change["path"])
    return {"path": path, **{name: _turned_text(path, change[name]) for name in ("before", "after")}}


def _turned_text(path: str, text: str) -> str:
    if path.endswith(_NAMES_A_PERSON):
        return _OTHER.get(text, text)
    return _IN_A_LIST.sub(lambda told: f'"{told[1]}":"{_OTHER[told[2]]}"', text)


def _turn(each: Part) -> None:
    named: dict[str, Any] = {name: turned_path(getattr(each, name)) for name in _NAMES_A_PERSON if hasattr(each, name)}
    if hasattr(each, "confirmed"):
        named["confirmed"] = _turned_keys(each.confirmed)
    _put(each, named)


def _turned_keys(confirmed: dict[str, str]) -> dict[str, str]:
    return {turned_path(path): amount for path, amount in confirmed.items()}


def _put(part: Part, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(part, name, value)


def _forms(forms: Forms) -> tuple[list[Any], ...]:
    return tuple(getattr(forms, name) for name in Forms.model_fields)  # pylint: disable=not-an-iterable  # it is a dict
