"""The answers of intake in words, each with the way to change it, and the steps of the interpreter."""

from collections.abc import Callable, Sequence

from components.description_list import Entry, description_list
from components.prose import bullet_list, paragraph
from db.values.intake import InterpreterStatus
from services.intake.answers import Needs
from services.intake.in_words import all_of_hearing_aids, interests_of, language_of, number_of, programs_of
from services.intake.interpreters import Taken
from services.intake.steps import EVERY_STEP, Step
from services.words import day_of, sentence
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
        Entry(sentence("intake.step.hearing_aids.term"), all_of_hearing_aids(needs)),
        Entry(sentence("intake.step.programs.term"), programs_of(needs)),
        Entry(sentence("intake.step.interests.term"), interests_of(needs)),
    ]


def interpreter_of(steps: Sequence[Taken]) -> str:
    """How far the interpreter is; empty when it was not told."""
    return sentence(f"intake.interpreter.{steps[-1].status}.short") if steps else ""


def interpreter_steps(steps: Sequence[Taken], *, has_account: bool) -> None:
    """Each step with its day, in plain words, and what we do now: we look for those who have an account."""
    bullet_list(f"{day_of(each.at)}: {sentence(_code(each))}" for each in steps)
    if steps[-1].status is InterpreterStatus.PENDING:
        paragraph(sentence(f"intake.interpreter.Pending.{'now' if has_account else 'now_for_guests'}"))


def _code(each: Taken) -> str:
    return f"intake.interpreter.{each.status}.{'step_by_us' if each.by_us else 'step'}"


def _talk(known: Known) -> str:
    return sentence(f"talk.{known.preferences.talk}.by")


def _alerts(known: Known) -> str:
    chosen = known.preferences
    return f"{sentence(f'vibration.{chosen.vibration}')}. {sentence(f'glow.{chosen.glow}')}."


_SAID: dict[Step, Callable[[Known], str]] = {
    Step.TALK: _talk,
    Step.LANGUAGE: lambda known: language_of(known.communication),
    Step.CALLS: lambda known: number_of(known.communication),
    Step.ALERTS: _alerts,
    Step.INTERPRETER: lambda known: interpreter_of(known.steps),
    Step.HEARING_AIDS: lambda known: all_of_hearing_aids(known.needs),
    Step.PROGRAMS: lambda known: programs_of(known.needs),
    Step.INTERESTS: lambda known: interests_of(known.needs),
}
