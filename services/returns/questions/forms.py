"""What is asked about a form: whose it is, who sent it, and its boxes in the order in which they are printed.

Words are under `form.<kind>` and `form.<kind>.<box>`; whose and who are asked of every form.
"""

from dataclasses import dataclass

from services.returns.answers import Answers
from services.returns.answers.forms import IncomeForm, PensionForm
from services.returns.forms.pensions import is_disability_pension
from services.returns.questions.kinds import Kind, Question

_WHOSE = Question("whose", Kind.HOLDER)
_PAYER = Question("payer", Kind.TEXT)


@dataclass(frozen=True, slots=True)
class BoxQuestion:
    """A question about a box: as which number it is printed, and the first tax year whose form has it.

    Where one question is about several boxes, `printed` has all of their numbers, with spaces between. `later` is the
    number on forms of a tax year and those after it.
    """

    question: Question
    printed: str
    since: int = 0
    later: tuple[int, str] | None = None

    def printed_in(self, tax_year: int) -> str:
        """The number on the form of this year."""
        return self.later[1] if self.later and self.later[0] <= tax_year else self.printed


def _money(*boxes: str) -> tuple[BoxQuestion, ...]:
    """Boxes of dollars whose fields are called like them: `box_1` is printed as 1."""
    return tuple(BoxQuestion(Question(box), box.removeprefix("box_")) for box in boxes)


_ALL_OF_12 = "12a 12b 12c 12d"
_PENSION_AGE = BoxQuestion(Question("before_pension_age", Kind.YES_NO), "7")
BOXES: dict[str, tuple[BoxQuestion, ...]] = {
    "w2": (
        *_money("box_1", "box_2", "box_3", "box_4", "box_5", "box_6", "box_7", "box_10"),
        BoxQuestion(Question("box_12_savings"), _ALL_OF_12),
        BoxQuestion(Question("box_12_tips"), _ALL_OF_12, since=2026),
        BoxQuestion(Question("box_12_overtime"), _ALL_OF_12, since=2026),
        *_money("box_17", "box_19"),
    ),
    "nec_1099": (
        BoxQuestion(Question("box_1"), "1", later=(2026, "1a")),
        *(BoxQuestion(Question(f"box_{box}"), box, since=2026) for box in ("1b", "1d")),
        *_money("box_4"),
    ),
    "ssa_1099": (
        *_money("box_3", "box_4"),
        BoxQuestion(Question("box_5", may_be_negative=True), "5"),
        *_money("box_6"),
    ),
    "r_1099": (
        *_money("box_1", "box_2a"),
        BoxQuestion(Question("box_2b", Kind.TICK), "2b"),
        *_money("box_4"),
        BoxQuestion(Question("box_7", Kind.TEXT), "7"),
        BoxQuestion(Question("ira", Kind.TICK), "7"),
        _PENSION_AGE,
    ),
    "g_1099": (*_money("box_1", "box_4"), BoxQuestion(Question("box_10"), "10", since=2026)),
    "int_1099": _money("box_1", "box_3", "box_4", "box_8"),
    "div_1099": _money("box_1a", "box_1b", "box_2a", "box_4"),
    "b_1099": (
        *(BoxQuestion(Question(box), "1d") for box in ("short_proceeds", "long_proceeds")),
        *(BoxQuestion(Question(box), "1e") for box in ("short_cost", "long_cost")),
        *_money("box_4"),
    ),
}
"""The questions about the boxes of each kind of form."""


def asked_of_form(kind: str, form: IncomeForm, answers: Answers, tax_year: int) -> tuple[Question, ...]:
    """The questions about a form of this kind, in the order of the page."""
    whose = (_WHOSE,) if answers.is_joint else ()
    of_disability = isinstance(form, PensionForm) and is_disability_pension(form)
    boxes = [box for box in BOXES[kind] if box.since <= tax_year and (box is not _PENSION_AGE or of_disability)]
    return (*whose, _PAYER, *(box.question for box in boxes))


def printed_boxes(kind: str, tax_year: int, name: str = "") -> str:
    """The numbers of the boxes that a question about a form is for, with spaces between; of all without a name."""
    there = (box for box in BOXES[kind] if box.since <= tax_year)
    asked = [box.printed_in(tax_year) for box in there if name in ("", box.question.path)]
    return " ".join(dict.fromkeys(" ".join(asked).split()))
