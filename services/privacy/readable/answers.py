"""Answers that are sealed as a whole, each told by itself: how to reach somebody, and what may help."""

from collections.abc import Iterator

from services.intake import in_words as intake
from services.intake.answers import Communication, Needs
from services.intake.from_partners.registration import Registration
from services.privacy.collecting import Collected, Row
from services.privacy.readable.pair import Pair, Special, column, pair
from services.words import sentence


def communication(row: Row, _: Collected) -> Iterator[Pair]:
    """Sign language, and the number for calls."""
    told = Communication.model_validate_json(row["answers"])
    yield pair("intake.step.language.term", intake.language_of(told))
    yield pair("intake.step.calls.term", intake.number_of(told))


def needs(name: str) -> Special:
    """Hearing aids, programs and costs, from the column of this name."""

    def said(row: Row, _: Collected) -> Iterator[Pair]:
        told = Needs.model_validate_json(row[name] or "{}")
        yield pair("intake.step.hearing_aids.term", intake.hearing_aids_of(told))
        yield column("aids", told.history or "")
        yield pair("intake.step.programs.term", intake.programs_of(told))
        yield pair("intake.step.interests.term", intake.interests_of(told))

    return said


def registration(row: Row, _: Collected) -> Iterator[Pair]:
    """What a partner sent when they registered somebody."""
    told = Registration.model_validate_json(row["registration"])
    yield pair("intake.offer.name", told.full_name)
    yield column("email", told.email)
    yield pair("intake.step.talk.term", sentence(f"talk.{told.communication_preference}.label"))
    if told.wish:
        yield pair("intake.step.interpreter.term", sentence(f"intake.interpreter.{told.wish}.short"))
