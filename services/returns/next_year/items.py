"""What can be taken over from the year before, thing by thing, so that a person can leave each one out."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.finder import Category
from services.returns.answers import Answers, Had, answer_at
from services.returns.costs.asking import asked_about
from services.returns.forms import counted
from services.returns.forms.kinds import KINDS
from services.returns.next_year import aging
from services.returns.questions import TOPICS, is_answered

YOU, SPOUSE, TOPICS_HAD = "you", "spouse", "had"
OF_AN_ADULT = ("date_of_birth", "blind", "retired_on_permanent_total_disability")
OF_A_DEPENDENT = ("first_name", "date_of_birth", "permanently_disabled")
OF_A_COST = ("category", "purpose", "business_for", "used_privately", "whose")
ASKED_ANEW = ("amounts", "withheld", "claimed", "student", "days", "situations")
"""Codes of what is never taken over, in the order in which it is said."""
_AGAIN_AND_AGAIN = {
    *(Category.HEARING_AID_UPKEEP, Category.AUDIOLOGIST, Category.HEARING_CARE, Category.HEARING_DOG),
    *(Category.LIP_READING_LESSONS, Category.SPECIAL_EDUCATION, Category.MEDICAL_DRIVING, Category.INTERPRETER),
    *(Category.CAPTIONING, Category.NOTE_TAKER, Category.PHONE_AND_INTERNET),
}
"""What is paid year after year. A hearing aid is bought once: it is offered, but not ticked."""
_NEEDS_A_LOOK = {"grown_up", "too_old_as_student"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: its `key`, the topic under which it stands, the paths of what is taken over, and `notes` as codes.

    Not `ticked` is what is likely to be otherwise this year: nothing doubtful comes along unseen.
    """

    key: str
    topic: str
    paths: tuple[str, ...]
    notes: tuple[str, ...] = ()
    ticked: bool = True


def items_of(answers: Answers, tax_year: int) -> list[Item]:
    """Everything that can be taken over into this year from the year before, in the order of the page."""
    return [*_people(answers, tax_year), *_forms(answers), *_topics(answers), *_costs(answers)]


def _people(answers: Answers, tax_year: int) -> Iterator[Item]:
    yours = _told(answers, ("filing_status", *_of("taxpayer", OF_AN_ADULT)))
    if yours:
        notes = (aging.of_status(answers), aging.of_adult(answers.taxpayer.date_of_birth, tax_year))
        yield Item(YOU, "you", yours, _said(notes))
    if answers.is_joint:
        spouse = _told(answers, _of(SPOUSE, OF_AN_ADULT))
        yield Item(SPOUSE, "family", spouse, _said((aging.of_adult(answers.spouse.date_of_birth, tax_year),)))
    for one in answers.dependents:
        told = _told(answers, _of(f"dependents.{one.id}", OF_A_DEPENDENT))
        ages = aging.of_dependent(one, tax_year)
        if told:
            yield Item(f"dependents.{one.id}", "family", told, ages, ticked=not _NEEDS_A_LOOK.intersection(ages))


def _forms(answers: Answers) -> Iterator[Item]:
    asked = ("whose", "payer") if answers.is_joint else ("payer",)
    for kind in KINDS.values():
        for form in counted(answers, kind.name):
            key = f"{kind.path}.{form.id}"
            yield Item(key, "income", _told(answers, _of(key, asked)))


def _topics(answers: Answers) -> Iterator[Item]:
    if had := topics_had(answers):
        yield Item(TOPICS_HAD, "topics", tuple(f"had.{name}" for name in had))


def _costs(answers: Answers) -> Iterator[Item]:
    for cost in answers.costs:
        if cost.category:
            key, asked = f"costs.{cost.id}", {*asked_about(cost)}
            told = _told(answers, _of(key, tuple(name for name in OF_A_COST if name in asked)))
            yield Item(key, "costs", told, ticked=cost.category in _AGAIN_AND_AGAIN)


def topics_had(answers: Answers) -> tuple[str, ...]:
    """What of the things that only some people have somebody had: ticked in the interview, or answered anyway."""
    answered = {topic.name for topic in TOPICS if is_answered(topic, answers)}
    names = [name for name in Had.model_fields if not name.startswith("no_")]  # pylint: disable=not-an-iterable
    return tuple(name for name in names if getattr(answers.had, name) or name in answered)


def _of(part: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{part}.{name}" for name in names)


def _told(answers: Answers, paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(path for path in paths if answer_at(answers, path) is not None)


def _said(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if code)
