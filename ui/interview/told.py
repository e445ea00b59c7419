"""Every answer that was typed, in words: what was asked, and what was said."""

from collections.abc import Iterator
from dataclasses import dataclass

from services.interview.chapters import STEPS, Chapter, Shows, Step
from services.interview.way import asked_which, is_on_the_way
from services.returns.answers import Answers, answer_at
from services.returns.answers.costs import Business, Cost, Household
from services.returns.answers.forms import IncomeForm
from services.returns.answers.in_words import in_words
from services.returns.costs.asking import QUESTIONS
from services.returns.estimate import Estimate
from services.returns.forms import counted, forms_of
from services.returns.forms.kinds import KINDS, FormKind
from services.returns.questions import DEPENDENT_QUESTIONS, asked_of_form
from services.returns.questions.in_words import form_in_words, question_in_words, told_in_words
from services.returns.questions.people import names_of
from services.words import sentence
from ui.costs.cost_card import name_of

_IN_THE_NAME = {"category", "amount", "miles"}
_OF_A_BUSINESS = tuple(Business.model_fields)


@dataclass(frozen=True, slots=True)
class Told:
    """The path of an answer, the question, and the answer; empty where it is asked and nothing was said."""

    path: str
    asked: str
    said: str


def told_in(chapter: Chapter, estimate: Estimate) -> Iterator[Told]:
    """What was told in a chapter, in the order in which it is asked."""
    for step in chapter.steps:
        if step.shows is Shows.COSTS:
            yield from _costs(estimate.answers)
        elif step.shows is Shows.WHICH:
            ticked = [name for name in asked_which(chapter) if getattr(estimate.answers.had, name)]
            yield from (_answer(f"had.{name}", estimate.answers) for name in ticked)
        elif step.name == "dependents":
            yield from _dependents(estimate.answers)
        elif is_on_the_way(step, estimate.answers):
            yield from _topic(step, estimate)


def told_aside(estimate: Estimate) -> Iterator[Told]:
    """What was typed and is not asked any more, such as of a spouse: it counts again once it is asked again."""
    answers = estimate.answers
    for step in STEPS.values():
        for question in step.topic.questions if step.shows is Shows.TOPIC else ():
            is_here = is_on_the_way(step, answers) and estimate.asks(question)
            if not is_here and answer_at(answers, question.path) is not None:
                yield _answer(question.path, answers)
    for kind in KINDS.values():
        aside = [form for form in forms_of(answers, kind.name) if form not in counted(answers, kind.name)]
        for number, form in enumerate(aside, start=1):
            path = f"{kind.path}.{form.id}.whose"
            yield Told(path, told_in_words(path, form, number), in_words(form.whose))
            yield from _form(kind, form, number, estimate)


def _topic(step: Step, estimate: Estimate) -> Iterator[Told]:
    for question in step.topic.questions:
        is_told = answer_at(estimate.answers, question.path) is not None or question.path in estimate.missing
        if is_told and estimate.asks(question):
            yield _answer(question.path, estimate.answers)
    for kind in KINDS.values():
        if kind.topic == step.name:
            for number, form in enumerate(counted(estimate.answers, kind.name), start=1):
                yield from _form(kind, form, number, estimate)


def _form(kind: FormKind, form: IncomeForm, number: int, estimate: Estimate) -> Iterator[Told]:
    """Box by box; who sent it is in its name. A form without anything in it is named, too."""
    at = f"{kind.path}.{form.id}"
    asked = asked_of_form(kind.name, form, estimate.answers, estimate.tax_year)
    filled = [each.path for each in asked if getattr(form, each.path) is not None and each.path != "payer"]
    if not filled:
        yield Told(f"{at}.{kind.decided_by[0]}", form_in_words(kind.name, form, number), "")
    for box in filled:
        path = f"{at}.{box}"
        yield Told(path, told_in_words(path, form, number), in_words(getattr(form, box)))


def _dependents(answers: Answers) -> Iterator[Told]:
    """Answer by answer; their first name says whom each is about."""
    for person, one in zip(names_of(answers.dependents), answers.dependents, strict=True):
        for question in DEPENDENT_QUESTIONS:
            answer, asked = getattr(one, question.path), question.path
            if asked != "first_name" and (answer is not None or asked == "date_of_birth"):
                path = f"dependents.{one.id}.{asked}"
                words = sentence("worksheet.of_person", person=person, question=question_in_words(path))
                yield Told(path, words, in_words(answer))


def _costs(answers: Answers) -> Iterator[Told]:
    for number, cost in enumerate(answers.costs, start=1):
        yield Told(f"costs.{cost.id}.category", sentence("interview.review.cost", number=number), name_of(cost, number))
        yield from _about_cost(cost, number)
    yield from (_answer(path, answers) for path in _of_the_household() if answer_at(answers, path) is not None)


def _about_cost(cost: Cost, number: int) -> Iterator[Told]:
    for name in QUESTIONS:
        answer = getattr(cost, name)
        if answer is not None and name not in _IN_THE_NAME:
            path = f"costs.{cost.id}.{name}"
            asked = sentence("interview.review.about_cost", number=number, question=question_in_words(path))
            yield Told(path, asked, in_words(answer))


def _of_the_household() -> Iterator[str]:
    for name, asked in Household.model_fields.items():
        if asked.annotation is Business:
            yield from (f"household.{name}.{each}" for each in _OF_A_BUSINESS)
        else:
            yield f"household.{name}"


def _answer(path: str, answers: Answers) -> Told:
    return Told(path, question_in_words(path), in_words(answer_at(answers, path)))
