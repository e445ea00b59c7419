"""One page of intake, as it was sent: read, checked, and kept."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from db.values.intake import CallKind, HearingAids, Interest, InterpreterStatus, Program, SignMode
from services.errors import Invalid, NotFound
from services.house import DbSession
from services.intake import calling, interpreters, keeping, languages
from services.intake.answers import Communication, Needs
from services.intake.steps import Step
from services.seen import in_lines, in_one_line
from services.visitor import Visitor

LONGEST_HISTORY = 2_000
NO_SIGNING = "none"
Sent = Mapping[str, str]
Answer = Communication | Needs | InterpreterStatus
_Kind = TypeVar("_Kind", bound=StrEnum)


def read(step: Step, sent: Sent) -> Answer:
    """What a page says. Invalid with its field for what can't be used; NotFound for a page that is kept elsewhere."""
    match step:
        case Step.LANGUAGE:
            return _language(sent)
        case Step.CALLS:
            return _calls(sent)
        case Step.INTERPRETER:
            return _one(InterpreterStatus, "status", sent)
        case Step.HEARING_AIDS:
            return _hearing_aids(sent)
        case Step.PROGRAMS:
            return Needs(programs=tuple(each for each in Program if sent.get(each)))
        case Step.INTERESTS:
            return Needs(interests=tuple(each for each in Interest if sent.get(each)))
    raise NotFound


async def keep(session: DbSession, visitor: Visitor, answer: Answer) -> None:
    """Keep what a page said."""
    if isinstance(answer, InterpreterStatus):
        await interpreters.wish(session, visitor, answer)
    else:
        await keeping.save(session, visitor, answer)


def _language(sent: Sent) -> Communication:
    tag = sent.get("language", "")
    if tag == NO_SIGNING:
        return Communication(language="", language_name="", mode=_one(SignMode, "mode", sent))
    if not tag:
        raise Invalid("language", "intake.choose")
    language, name = languages.read(tag), ""
    if language == languages.ANOTHER:
        name = in_one_line(sent.get("language_name", ""))
        if len(name) > languages.LONGEST_NAME:
            raise Invalid("language_name", "intake.language_name.too_long")
        if in_our_list := languages.named(name):
            language, name = in_our_list, ""
    return Communication(language=language, language_name=name, mode=_one(SignMode, "mode", sent))


def _calls(sent: Sent) -> Communication:
    kind = _one(CallKind, "call_kind", sent)
    if kind is CallKind.NONE:
        return Communication(call_kind=kind, number="")
    number = sent.get("number", "").strip()
    if not number:
        raise Invalid("number", "intake.number.missing")
    return Communication(call_kind=kind, number=calling.read(number))


def _hearing_aids(sent: Sent) -> Needs:
    history = in_lines(sent.get("history", ""))
    if len(history) > LONGEST_HISTORY:
        raise Invalid("history", "intake.history.too_long")
    return Needs(hearing_aids=_one(HearingAids, "hearing_aids", sent), history=history)


def _one(kind: type[_Kind], field: str, sent: Sent) -> _Kind:
    value = sent.get(field, "")
    if not value:
        raise Invalid(field, "intake.choose")
    try:
        return kind(value)
    except ValueError:
        raise Invalid(field, "choice.unknown") from None
