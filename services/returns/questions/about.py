"""The question of an answer, with the person or the form that it is about, as they are called now."""

from services.returns.answers import Answers
from services.returns.forms import counted
from services.returns.questions.in_words import box_in_words, question_in_words
from services.returns.questions.people import names_of
from services.words import sentence


def question_about(answers: Answers, path: str) -> str:
    """ "Maya: Date of birth", "W-2 number 2 (Acme) – Box 1: wages, tips, other pay"; of who is gone, without which."""
    head, *rest = path.split(".")
    if head == "dependents" and rest:
        return _of_person(answers, path, rest[0])
    if head == "forms" and len(rest) > 1:
        return _of_form(answers, path, *rest)
    return question_in_words(path)


def _of_person(answers: Answers, path: str, dependent_id: str) -> str:
    people = {str(one.id): name for one, name in zip(answers.dependents, names_of(answers.dependents), strict=True)}
    asked = question_in_words(path)
    if dependent_id not in people:
        return asked
    return sentence("worksheet.of_person", person=people[dependent_id], question=asked)


def _of_form(answers: Answers, path: str, kind: str, form_id: str, box: str = "") -> str:
    numbered = enumerate(counted(answers, kind), start=1)
    number, form = next(((number, each) for number, each in numbered if str(each.id) == form_id), (0, None))
    if form is None:
        return question_in_words(path)
    code = "form.number_from" if form.payer else "form.number"
    which = sentence(code, form=sentence(f"form.{kind}.name"), number=number, payer=form.payer or "")
    return sentence("form.question", form=which, question=box_in_words(kind, box)) if box else which
