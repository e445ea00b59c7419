"""The answers of intake in words, for pages, letters and the copy of one's data."""

from collections.abc import Iterable

from db.values.intake import SignMode
from services.intake import calling
from services.intake.answers import Communication, Needs
from services.words import sentence


def language_of(communication: Communication) -> str:
    """The sign language in words, and how somebody follows; empty when it was not told."""
    language, mode = communication.language, communication.mode
    if language is None:
        return ""
    name = sentence(f"sign_language.{language}" if language else "intake.step.language.none")
    if communication.language_name:
        name = sentence("intake.language_name.said", language=name, name=communication.language_name)
    return name if mode in {None, SignMode.SEEN} else f"{name}. {sentence(f'intake.mode.{mode}')}"


def number_of(communication: Communication) -> str:
    """The number for calls with its service; empty when it was not told."""
    if communication.call_kind is None:
        return ""
    kind = sentence(f"intake.call_kind.{communication.call_kind}.short")
    return f"{calling.shown(communication.number)}, {kind}" if communication.number else kind


def hearing_aids_of(needs: Needs) -> str:
    """Who paid for hearing aids or implants; empty when it was not told."""
    return sentence(f"intake.hearing_aids.{needs.hearing_aids}") if needs.hearing_aids else ""


def all_of_hearing_aids(needs: Needs) -> str:
    """The same, and what was told of them in own words: a partner tells no more than that."""
    return ". ".join(told for told in (hearing_aids_of(needs), needs.history) if told)


def programs_of(needs: Needs) -> str:
    """The programs, or that it is none of them; empty when it was not told."""
    return _chosen("intake.program", needs.programs)


def interests_of(needs: Needs) -> str:
    """The costs that somebody wants to know about, or that it is none of them; empty when it was not told."""
    return _chosen("intake.interest", needs.interests)


def _chosen(code: str, chosen: Iterable[str] | None) -> str:
    if chosen is None:
        return ""
    return ", ".join(sentence(f"{code}.{each}.label") for each in chosen) or sentence("intake.none_chosen")
