"""A change in the history of an estimate as a person would say it: the question, the answer before, and after."""

import json
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel

from services.errors import Invalid
from services.returns.answers import Answers, Dependent, answer_at, put_answer
from services.returns.answers.costs import Cost
from services.returns.answers.in_words import in_words
from services.returns.forms.kinds import KINDS
from services.returns.questions.about import question_about
from services.returns.questions.in_words import question_in_words
from services.words import dollars, sentence

_OF_THE_WHOLE = ("carried_from", "joint_copy")
"""Changes of no single question: the path says which, and the text begins with a year."""
_NOT_SAID = frozenset({"id", "left_at", "carried_from", "confirmed"})


def change_in_words(change: dict[str, str], answers: Answers) -> dict[str, str]:
    """`question`, `before` and `after` of what services/returns/history keeps of a return with these answers now."""
    path = change["path"]
    if path in _OF_THE_WHOLE:
        year = change["after"].partition(",")[0]
        return {"question": sentence(f"your_data.change.{path}"), "before": "", "after": year}
    said = {name: _as_said(path, change[name]) for name in ("before", "after")}
    return {"question": question_about(answers, path), **said}


def said_in(part: BaseModel, above: str = "") -> Iterator[tuple[str, Any]]:
    """Every path at which something was said, with the answer; what holds while nothing is said is left out."""
    for name, field in type(part).model_fields.items():
        value, path = getattr(part, name), f"{above}{name}"
        if isinstance(value, BaseModel):
            yield from said_in(value, f"{path}.")
        elif isinstance(value, list):
            for each in value:
                yield from said_in(each, f"{path}.{each.id}.")
        elif value not in (None, field.default) and name not in _NOT_SAID:
            yield path, value


def _as_said(path: str, text: str) -> str:
    amount, _, more = text.partition(", ")
    if more == "confirmed" or more.startswith("beside "):
        also = more.removeprefix("beside ")
        code = f"your_data.change.{'confirmed' if also == more else 'beside'}"
        return sentence(code, amount=_dollars(amount), other=_dollars(also))
    if text == "removed":
        return sentence("your_data.change.removed")
    if text.startswith(("added ", "{")):
        return _of_a_list(path, text)
    return _answer(path, text)


def _dollars(text: str) -> str:
    try:
        return dollars(Decimal(text))
    except InvalidOperation:
        return text


def _of_a_list(path: str, text: str) -> str:
    """Each thing that came, went or came back, with what was told of it."""
    told = [_thing(path, each) for each in _objects(text)]
    return "; ".join(each for each in told if each) or (
        sentence("your_data.change.added") if text.startswith("added ") else ""
    )


def _objects(text: str) -> Iterator[dict[str, Any]]:
    decoder, place = json.JSONDecoder(), text.find("{")
    while place >= 0:
        with suppress(ValueError):
            found, place = decoder.raw_decode(text, place)
            yield found
            place = text.find("{", place)
            continue
        return


def _thing(path: str, told: dict[str, Any]) -> str:
    head, _, rest = path.partition(".")
    listed = f"{head}.{rest.partition('.')[0]}" if head == "forms" else head
    with suppress(ValueError, KeyError):
        pairs = said_in(_kind(listed).model_validate(told), f"{listed}.{told.get('id', '')}.")
        return ", ".join(f"{question_in_words(where)}: {in_words(value)}" for where, value in pairs)
    return ""


def _kind(listed: str) -> type[BaseModel]:
    lists: dict[str, type[BaseModel]] = {"dependents": Dependent, "costs": Cost}
    return lists.get(listed) or KINDS[listed.removeprefix("forms.")].form


def _answer(path: str, text: str) -> str:
    """The words for an answer of which the history kept the text."""
    steps, answers = path.split("."), Answers()
    with suppress(Invalid, ValueError, KeyError):
        if len(steps) == 3 and steps[0] == "dependents":
            answers.dependents = [Dependent.model_validate({"id": steps[1]})]
        if len(steps) == 3 and steps[0] == "costs":
            answers.costs = [Cost.model_validate({"id": steps[1]})]
        if len(steps) == 4 and steps[0] == "forms":
            setattr(answers.forms, steps[1], [KINDS[steps[1]].form.model_validate({"id": steps[2]})])
        put_answer(answers, path, text or None)
        return in_words(answer_at(answers, path))
    return text
