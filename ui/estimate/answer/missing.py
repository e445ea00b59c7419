"""What an estimate can't do without, and what could still change it, in words and with the places where it is asked."""

from collections.abc import Callable, Iterable, Iterator

from components.link_list import Entry
from services.returns.answers import answer_at
from services.returns.answers.forms import IncomeForm
from services.returns.answers.in_words import in_words
from services.returns.estimate import Estimate
from services.returns.forms import box_for, counted
from services.returns.questions import printed_boxes
from services.returns.questions.in_words import form_in_words, question_in_words, told_in_words, which_in_words
from services.returns.questions.people import names_of
from services.returns.still_open.places import LOOK, asked_at
from services.returns.still_open.uncertainty import OF_DEPENDENTS
from services.words import sentence
from ui.costs.cost_card import name_of
from ui.costs.said import needed_in_words
from ui.estimate.questions.look_in_words import look_in_words

PlaceOf = Callable[[str], str]
"""The id of the place where the answer at a path is asked on this page; empty where it is not on it."""


def missing_in_words(paths: Iterable[str]) -> list[str]:
    """The answers at these paths as people call them, each once."""
    return list(dict.fromkeys(_in_words(path) for path in paths))


def needed_answers(estimate: Estimate, place_of: PlaceOf) -> list[Entry]:
    """What an estimate has no result without. Of several dependents, the first one leads on; of wages, an empty W-2."""
    places = {_in_words(path): place_of(box_for(estimate.answers, path)) for path in reversed(estimate.missing)}
    return [Entry(words, places[words]) for words in missing_in_words(estimate.missing)]


def open_questions(estimate: Estimate, place_of: PlaceOf) -> Iterator[Entry]:
    """What could still change the result, and what should be looked at again."""
    for code in estimate.uncertain:
        yield Entry(_open_in_words(estimate, code), place_of(asked_at(estimate.answers, code)))
    for note in estimate.notes:
        yield Entry(sentence(note))


def _open_in_words(estimate: Estimate, code: str) -> str:
    if code.startswith(LOOK):
        return _odd_answer(estimate, code.removeprefix(LOOK))
    head, _, name = code.partition(".")
    if head == "had":
        return sentence("uncertain.only_ticked", topic=which_in_words(name))
    if head == "costs":
        return _unfinished_cost(estimate, name.partition(".")[0])
    if head == "dependents":
        return _of_dependent(estimate, *name.split("."))
    return _empty_box(estimate, *name.split(".")) if head == "forms" else sentence(code)


def _of_dependent(estimate: Estimate, id_: str, asked: str) -> str:
    people = estimate.answers.dependents
    names = zip(people, names_of(people), strict=True)
    return sentence(OF_DEPENDENTS[asked], name=next(name for one, name in names if str(one.id) == id_))


def _odd_answer(estimate: Estimate, path: str) -> str:
    look = next(each for each in estimate.to_confirm if each.path == path)
    amount = in_words(answer_at(estimate.answers, path))
    return sentence("uncertain.odd", question=_question_at(estimate, path), amount=amount, look=look_in_words(look))


def _question_at(estimate: Estimate, path: str) -> str:
    if not path.startswith("forms."):
        return question_in_words(path)
    _, kind, form_id, _ = path.split(".")
    number, form = _numbered(estimate, kind, form_id)
    return told_in_words(path, form, number)


def _numbered(estimate: Estimate, kind: str, form_id: str) -> tuple[int, IncomeForm]:
    numbered = enumerate(counted(estimate.answers, kind), start=1)
    return next((number, form) for number, form in numbered if str(form.id) == form_id)


def _unfinished_cost(estimate: Estimate, cost_id: str) -> str:
    numbered = enumerate(estimate.costs.judged, start=1)
    number, judged = next((number, one) for number, one in numbered if str(one.cost.id) == cost_id)
    needed = ", ".join(needed_in_words(judged))
    return sentence("uncertain.unfinished_cost", cost=name_of(judged.cost, number), needed=needed)


def _empty_box(estimate: Estimate, kind: str, form_id: str, box: str) -> str:
    number, form = _numbered(estimate, kind, form_id)
    printed = printed_boxes(kind, estimate.tax_year, box)
    return sentence("uncertain.empty_form", form=form_in_words(kind, form, number), box=printed)


def _in_words(path: str) -> str:
    if path.startswith("forms."):
        return sentence(f"missing.form.{path.rpartition('.')[2]}")
    return sentence("missing.dependent_date_of_birth" if path.startswith("dependents.") else f"missing.{path}")
