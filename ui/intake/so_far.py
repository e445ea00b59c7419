"""The answers of intake in words, each with the way to change it, and the steps of the interpreter."""

from collections.abc import Callable, Sequence

from components.description_list import Entry, description_list
from components.prose import bullet_list, paragraph
from db.values.intake import InterpreterStatus, SignMode
from services.intake import calling
from services.intake.answers import Communication, Needs
from services.intake.interpreters import Taken
from services.intake.steps import EVERY_STEP, Step
from services.words import long_date, sentence
from ui.intake.asked import Known


def answers_so_far(known: Known) -> None:
    """Every question with its answer; one that was left out says so."""
    description_list(
        [
            Entry(sentence(f"intake.step.{step.code}.term"), _SAID[step](known), f"{step.path}?from=result")
            for step in EVERY_STEP
        ]
    )


def needs_in_words(needs: Needs) -> list[Entry]:
    """What was told of hearing aids, programs and costs."""
    return [
        Entry(sentence("intake.step.hearing_aids.term"), needs.history or ""),
        Entry(sentence("intake.step.programs.term"), _chosen("intake.program", needs.programs)),
        Entry(sentence("intake.step.interests.term"), _chosen("intake.interest", needs.interests)),
    ]


def language_of(communication: Communication) -> str:
    """The sign language in words, and how somebody follows; empty when it was not told."""
    language, mode = communication.language, communication.mode
    if language is None:
        return ""
    name = sentence(f"sign_language.{language}" if language else "intake.step.language.none")
    return name if mode in {None, SignMode.SEEN} else f"{name}. {sentence(f'intake.mode.{mode}')}"


def number_of(communication: Communication) -> str:
    """The number for calls with its service; empty when it was not told."""
    if communication.call_kind is None:
        return ""
    kind = sentence(f"intake.call_kind.{communication.call_kind}.short")
    return f"{calling.shown(communication.number)}, {kind}" if communication.number else kind


def interpreter_of(steps: Sequence[Taken]) -> str:
    """How far the interpreter is; empty when it was not told."""
    return sentence(f"intake.interpreter.{steps[-1].status}.short") if steps else ""


def interpreter_steps(steps: Sequence[Taken], *, has_account: bool) -> None:
    """Each step with its day, in plain words, and what we do now: we look for those who have an account."""
    bullet_list(f"{long_date(each.at.date())}: {sentence(_code(each))}" for each in steps)
    if steps[-1].status is InterpreterStatus.PENDING:
        paragraph(sentence(f"intake.interpreter.Pending.{'now' if has_account else 'now_for_guests'}"))


def _code(each: Taken) -> str:
    return f"intake.interpreter.{each.status}.{'step_by_us' if each.by_us else 'step'}"


def _talk(known: Known) -> str:
    return sentence(f"talk.{known.preferences.talk}.by")


def _alerts(known: Known) -> str:
    chosen = known.preferences
    return f"{sentence(f'vibration.{chosen.vibration}')}. {sentence(f'glow.{chosen.glow}')}."


def _hearing_aids(known: Known) -> str:
    aids = known.needs.hearing_aids
    return sentence(f"intake.hearing_aids.{aids}") if aids else ""


def _chosen(code: str, chosen: tuple[str, ...] | None) -> str:
    if chosen is None:
        return ""
    return ", ".join(sentence(f"{code}.{each}.label") for each in chosen) or sentence("intake.none_chosen")


_SAID: dict[Step, Callable[[Known], str]] = {
    Step.TALK: _talk,
    Step.LANGUAGE: lambda known: language_of(known.communication),
    Step.CALLS: lambda known: number_of(known.communication),
    Step.ALERTS: _alerts,
    Step.INTERPRETER: lambda known: interpreter_of(known.steps),
    Step.HEARING_AIDS: _hearing_aids,
    Step.PROGRAMS: lambda known: _chosen("intake.program", known.needs.programs),
    Step.INTERESTS: lambda known: _chosen("intake.interest", known.needs.interests),
}
