"""A question as its page asks it, found by the path of its answer."""

from services.returns.answers.forms import IncomeForm
from services.words import known, sentence

_LISTS = {"dependents": "trust.changed_by.dependents", "costs": "trust.changed_by.costs"}

_NONE_OF = {
    "no_other_income": "income",
    "no_deductions": "deductions",
    "no_credits": "credits",
    "no_payments": "payments",
}
"""The boxes for none of a list, by the chapter that asks it."""


def question_in_words(path: str) -> str:
    """ "Box 1: your wages"; of a dependent, a form or a cost what is asked about each; else of which list it is."""
    head, _, of_list = path.partition(".")
    name = path.rpartition(".")[2]
    if head == "forms":
        return _about_form(*of_list.split("."))
    if head == "had":
        return _which_of_all(name)
    code = {"dependents": f"question.dependent.{name}", "costs": f"cost.{name}", "household": path}
    asked = f"{code.get(head, f'question.{path}')}.label"
    if known(asked):
        return sentence(asked)
    return sentence(_LISTS.get(head, "trust.changed_by.costs"))


def _about_form(kind: str, _: str = "", name: str = "") -> str:
    """ "W-2, box 1: wages, tips, other pay"; "W-2" of a form that came or went."""
    form = sentence(f"form.{kind}.name")
    return sentence("form.question", form=form, question=box_in_words(kind, name)) if name else form


def form_in_words(kind: str, form: IncomeForm, number: int) -> str:
    """ "W-2 from Wegmans", or "W-2 number 1" while nobody said who sent it."""
    name = sentence(f"form.{kind}.name")
    if form.payer:
        return sentence("form.from", form=name, payer=form.payer)
    return sentence("form.number", form=name, number=number)


def told_in_words(path: str, form: IncomeForm, number: int) -> str:
    """ "W-2 from Wegmans, box 1: wages, tips, other pay": the question at the path, of this form."""
    kind, name = path.split(".")[1], path.rpartition(".")[2]
    named = form_in_words(kind, form, number)
    return sentence("form.question", form=named, question=box_in_words(kind, name))


def box_in_words(kind: str, name: str) -> str:
    """The label of a question about a form of this kind."""
    own = f"form.{kind}.{name}.label"
    return sentence(own if known(own) else f"form.{name}.label")


def _which_of_all(name: str) -> str:
    """ "Other money that you got: none of these": away from its boxes, "none of these" says of what."""
    if name not in _NONE_OF:
        return which_in_words(name)
    return sentence("interview.none_of", what=sentence(f"interview.which_title.{_NONE_OF[name]}"))


def which_in_words(name: str) -> str:
    """What stands beside a box of those that ask what somebody had: "I got Social Security or SSDI"."""
    topic = f"topic.{name}.open"
    return sentence(topic) if known(topic) else sentence("interview.none_of_these")
