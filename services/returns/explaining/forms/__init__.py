"""What a person copies when they file on paper: each form that has to be sent, with its filled lines."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from services.returns.answers import Answers
from services.returns.answers.forms import Holder
from services.returns.explaining.filled_lines import FORM, FilledLines
from services.returns.explaining.forms.copies import COPIES, NOT_COPIED, OF_A_LOSS
from services.returns.explaining.forms.lines import Kind, PaperLine
from services.returns.explaining.forms.sent import ORDER, is_asked, is_sent
from services.returns.explaining.forms.withheld import withheld_lines
from services.returns.explaining.forms.worked_out import worked_out
from services.returns.forms import untyped_pay
from services.returns.forms.pay import SOCIAL_SECURITY_PAY
from services.tax import Computed, LineResult

__all__ = ["Kind", "PaperForm", "PaperLine", "forms_to_send"]
_PEOPLE = ("taxpayer", "spouse")
_SE = "Schedule SE (Form 1040)"
_OF_BOX_3 = ("8a", "8d", "9")
"""Nobody should copy box 1 where a form asks for box 3."""


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One form with its lines in their order. `whose` is "taxpayer" or "spouse" where each fills a form of theirs."""

    name: str
    whose: str
    lines: tuple[PaperLine, ...]


def forms_to_send(computed: Computed, answers: Answers | None = None) -> list[PaperForm]:
    """The forms of one return in the order in which they are listed here, Form 1040 first.

    Lines of nothing are left out, but for those of Form 1040 that say something by being zero. Worksheets are kept at
    home, so they are none of these forms. `answers` are those of the return, for what boxes of forms tell.
    """
    found: dict[tuple[str, str], list[PaperLine]] = defaultdict(list)
    for line in _filled(computed):
        for form, number in _places(line):
            found[form, _whose(line)].append(PaperLine(number, line.id, line.amount))
    for form, whose, paper_line in worked_out(computed):
        found[form, whose].append(paper_line)
    if answers:
        found["Form 1040", ""] += withheld_lines(computed, answers)
        for whose in _without_box_3(answers):
            found[_SE, whose] = [line for line in found[_SE, whose] if line.number not in _OF_BOX_3]
    return [
        PaperForm(name, whose, tuple(sorted(found[name, whose], key=lambda each: each.place)))
        for name in ORDER
        for whose in ("", *_PEOPLE)
        if (name, whose) in found and is_sent(name, whose, computed)
    ]


def _without_box_3(answers: Answers) -> list[Holder]:
    return [whose for whose in Holder if f"{whose}.{SOCIAL_SECURITY_PAY}" in untyped_pay(answers, whose)]


def _filled(computed: Computed) -> Iterator[LineResult]:
    though_zero = {line.id for line in FilledLines(computed).though_zero if line.id.startswith(FORM)}
    for line in computed.lines:
        if (line.amount or line.id in though_zero) and is_asked(line.id, computed):
            yield line


def _places(line: LineResult) -> Iterator[tuple[str, str]]:
    """Its own place, and every other one to which a form says that the same amount is copied."""
    if line.number and line.id not in NOT_COPIED:
        yield line.form, line.number
    yield from COPIES.get(line.id, ())
    if line.amount < 0:
        yield from OF_A_LOSS.get(line.id, ())


def _whose(line: LineResult) -> str:
    last = line.id.rpartition(".")[2]
    return last if last in _PEOPLE else ""
