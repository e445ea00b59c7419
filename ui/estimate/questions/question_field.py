"""Draws one question of the estimate as the field that its kind of answer needs."""

from collections.abc import Awaitable, Callable
from typing import Any

from components.checkbox import checkbox
from components.choice_group import Choice, choice_group
from components.date_field import date_field
from components.money_field import money_field
from components.text_field import text_field
from db.values.returns import FilingStatus
from services.returns.answers.forms import Holder
from services.returns.questions import Kind, Question
from services.words import known, sentence
from ui.estimate.questions.terms import explain_term

Commit = Callable[[Any], Awaitable[str | None]]


def question_field(
    question: Question, *, path: str, value: Any, on_commit: Commit, draft_key: str = "", words: str = ""
) -> None:
    """A field for the answer at `path`. Its words are those of the code `words`, or of the question's own path.

    Under it, a term of the law that is met there is explained.
    """
    words = words or f"question.{question.path}"
    label = sentence(f"{words}.label")
    hint = sentence(f"{words}.hint") if known(f"{words}.hint") else ""
    draft_key = draft_key or path
    match question.kind:
        case Kind.MONEY:
            signed = question.may_be_negative
            money_field(label, value=value, hint=hint, on_commit=on_commit, draft_key=draft_key, may_be_negative=signed)
        case Kind.DATE:
            date_field(label, value=value, hint=hint, on_commit=on_commit, draft_key=draft_key, birthday=_is_own(path))
        case Kind.YES_NO:
            answer = {True: "yes", False: "no", None: ""}[value]
            choice_group(label, _YES_NO, value=answer, hint=hint, on_commit=_as_flag(on_commit), draft_key=draft_key)
        case Kind.TICK:
            checkbox(Choice("on", label, hint=hint), value=bool(value), on_commit=on_commit, draft_key=draft_key)
        case Kind.TEXT:
            text_field(label, value=value or "", hint=hint, on_commit=_or_none(on_commit), draft_key=draft_key)
        case Kind.HOLDER:
            holders = [Choice(str(each), sentence(f"{words}.{each}")) for each in Holder]
            choice_group(label, holders, value=str(value or ""), hint=hint, on_commit=on_commit, draft_key=draft_key)
        case Kind.FILING_STATUS:
            options = [_filing_status(status) for status in FilingStatus]
            choice_group(label, options, value=str(value or ""), hint=hint, on_commit=on_commit, draft_key=draft_key)
    explain_term(words)


_YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


def _as_flag(on_commit: Commit) -> Commit:
    async def commit(answer: str) -> str | None:
        return await on_commit(answer == "yes")

    return commit


def _or_none(on_commit: Commit) -> Commit:
    async def commit(text: str) -> str | None:
        return await on_commit(text.strip() or None)

    return commit


def _filing_status(status: FilingStatus) -> Choice:
    words = f"filing_status.{status}"
    return Choice(str(status), sentence(f"{words}.label"), hint=sentence(f"{words}.hint"))


def _is_own(path: str) -> bool:
    """Whether the browser may fill in the date of birth that it knows of its owner."""
    return path == "taxpayer.date_of_birth"
