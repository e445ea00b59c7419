"""The fields of each question of intake. They are posted by the form around them (pages/intake/question.py)."""

from collections.abc import Callable
from enum import StrEnum

from components.checkbox import checkbox
from components.choice_group import Choice, choice_group
from components.field import Field
from components.link import link, link_out
from components.prose import paragraph
from components.select import Group, select
from components.shown_with import shown_with
from components.text_area import text_area
from components.text_field import text_field
from db.values.display import Switch
from db.values.intake import CallKind, HearingAids, Interest, InterpreterStatus, Program, SignMode
from services.intake import calling, languages
from services.intake.answering import LONGEST_HISTORY, NO_SIGNING
from services.intake.steps import Step
from services.words import sentence
from ui.choices import talk_choice
from ui.intake.asked import Asked
from ui.mistakes import Mistakes

_ADA = "https://www.ada.gov/law-and-regs/regulations/title-iii-regulations/"


def draw_fields(step: Step, asked: Asked) -> None:
    """The fields of one question, under a summary of what is to be mended."""
    _DRAWN[step](asked)


def _talk(asked: Asked) -> None:
    talk_choice(asked.known.preferences.talk, hidden_legend=True)


def _language(asked: Asked) -> None:
    mistakes, known = Mistakes(asked.attempt), asked.known.communication
    chosen = asked.value("language", NO_SIGNING if known.language == "" else known.language)
    language = select(
        sentence("intake.step.language.term"),
        _signs(),
        name="language",
        value=chosen,
        hint=sentence("intake.step.language.hint"),
        error=mistakes.of("language"),
    )
    with shown_with("language", languages.ANOTHER, now=chosen):
        name = text_field(
            sentence("intake.language_name.label"),
            name="language_name",
            value=asked.value("language_name", known.language_name),
            hint=sentence("intake.language_name.hint"),
            error=mistakes.of("language_name"),
        )
    mode = choice_group(
        sentence("intake.mode.question"),
        [Choice(each, sentence(f"intake.mode.{each}")) for each in SignMode],
        name="mode",
        value=asked.value("mode", known.mode or SignMode.SEEN),
        error=mistakes.of("mode"),
    )
    mistakes.sum_up(language=language, language_name=name, mode=mode)


def _signs() -> list[Choice | Group]:
    """Every sign language that can be chosen, in their groups, between "please choose" and none."""
    groups = languages.groups().items()
    return [
        Choice("", sentence("intake.step.language.please")),
        *(Group(sentence(f"sign_language_group.{name}"), _named(tags)) for name, tags in groups),
        Choice(NO_SIGNING, sentence("intake.step.language.none")),
    ]


def _named(tags: tuple[str, ...]) -> list[Choice]:
    return [Choice(tag, sentence(f"sign_language.{tag}")) for tag in tags]


def _calls(asked: Asked) -> None:
    mistakes, known = Mistakes(asked.attempt), asked.known.communication
    paragraph(sentence("intake.step.calls.why"))
    kind = _radios("intake.call_kind", CallKind, "call_kind", asked.value("call_kind", known.call_kind), mistakes)
    number = text_field(
        sentence("intake.step.calls.number"),
        name="number",
        value=asked.value("number", calling.shown(known.number) if known.number else ""),
        hint=sentence("intake.step.calls.number_hint"),
        error=mistakes.of("number"),
        autocomplete="tel",
    )
    paragraph(sentence("intake.step.calls.emergency"), soft=True)
    mistakes.sum_up(call_kind=kind, number=number)


def _alerts(asked: Asked) -> None:
    chosen = asked.known.preferences
    paragraph(sentence("intake.step.alerts.why"))
    for name, legend, value in (
        ("vibration", "On a phone", chosen.vibration),
        ("glow", "On the screen", chosen.glow),
    ):
        options = [Choice(each, sentence(f"{name}.{each}")) for each in Switch]
        choice_group(legend, options, name=name, value=value)
    with paragraph():
        link(sentence("intake.step.alerts.display"), f"/display?next={Step.ALERTS.path}")


def _interpreter(asked: Asked) -> None:
    mistakes, steps = Mistakes(asked.attempt), asked.known.steps
    paragraph(sentence("intake.step.interpreter.why"))
    with paragraph(f"{sentence('intake.result.source')}: ", small=True):
        link_out(sentence("intake.step.interpreter.law"), _ADA)
    latest = steps[-1].status if steps else None
    wish = InterpreterStatus.PENDING if latest is InterpreterStatus.APPROVED else latest
    can_be_said = (each for each in InterpreterStatus if each is not InterpreterStatus.APPROVED)
    options = [
        Choice(
            each,
            sentence(f"intake.interpreter.{each}.choice"),
            hint=sentence(f"intake.interpreter.{each}.choice_hint"),
        )
        for each in can_be_said
    ]
    title = sentence("intake.step.interpreter.title")
    value, error = asked.value("status", wish), mistakes.of("status")
    mistakes.sum_up(status=choice_group(title, options, name="status", value=value, error=error, hidden_legend=True))


def _hearing_aids(asked: Asked) -> None:
    mistakes, known = Mistakes(asked.attempt), asked.known.needs
    paragraph(sentence("intake.step.hearing_aids.why"))
    aids = choice_group(
        sentence("intake.step.hearing_aids.title"),
        [Choice(each, sentence(f"intake.hearing_aids.{each}")) for each in HearingAids],
        name="hearing_aids",
        value=asked.value("hearing_aids", known.hearing_aids),
        error=mistakes.of("hearing_aids"),
        hidden_legend=True,
    )
    history = text_area(
        sentence("intake.step.hearing_aids.history"),
        name="history",
        value=asked.value("history", known.history),
        hint=sentence("intake.step.hearing_aids.history_hint"),
        error=mistakes.of("history"),
        most=LONGEST_HISTORY,
        lines=3,
    )
    mistakes.sum_up(hearing_aids=aids, history=history)


def _programs(asked: Asked) -> None:
    paragraph(sentence("intake.step.programs.why"))
    chosen = asked.known.needs.programs or ()
    for each in Program:
        checkbox(_choice("intake.program", each), name=each, value=asked.ticked(each, each in chosen))


def _interests(asked: Asked) -> None:
    paragraph(sentence("intake.step.interests.why"))
    chosen = asked.known.needs.interests or ()
    for each in Interest:
        checkbox(_choice("intake.interest", each), name=each, value=asked.ticked(each, each in chosen))


def _choice(code: str, each: StrEnum) -> Choice:
    return Choice("on", sentence(f"{code}.{each}.label"), hint=sentence(f"{code}.{each}.hint"))


def _radios(code: str, kind: type[StrEnum], name: str, value: str, mistakes: Mistakes) -> Field[str]:
    options = [Choice(each, sentence(f"{code}.{each}.label"), hint=sentence(f"{code}.{each}.hint")) for each in kind]
    title = sentence("intake.step.calls.title")
    return choice_group(title, options, name=name, value=value, error=mistakes.of(name), hidden_legend=True)


_DRAWN: dict[Step, Callable[[Asked], None]] = {
    Step.TALK: _talk,
    Step.LANGUAGE: _language,
    Step.CALLS: _calls,
    Step.ALERTS: _alerts,
    Step.INTERPRETER: _interpreter,
    Step.HEARING_AIDS: _hearing_aids,
    Step.PROGRAMS: _programs,
    Step.INTERESTS: _interests,
}
