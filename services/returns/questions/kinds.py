"""What a question of the estimate page is: where its answer stands, what it takes, and for whom it matters."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from db.values.returns import FilingStatus
from services.returns.answers import Answers, answer_at, college_costs
from services.returns.answers.forms import Holder
from services.returns.forms import counted, is_told_by_forms, with_forms
from services.returns.forms.kinds import KINDS


class Kind(Enum):
    """What a question takes as an answer."""

    MONEY = auto()
    DATE = auto()
    YES_NO = auto()
    TICK = auto()
    FILING_STATUS = auto()
    TEXT = auto()
    HOLDER = auto()


class When(Enum):
    """For whom a topic or question matters."""

    ALWAYS = auto()
    JOINT = auto()
    SEPARATE = auto()
    BUSINESS = auto()
    PAY_FORMS = auto()
    PAY_FORMS_OF_SPOUSE = auto()
    COLLEGE_ALONE = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the dotted path of its answer, its kind, and for whom it matters.

    `under` names the heading in its topic under which it stands, such as one of three forms that are much alike.
    """

    path: str
    kind: Kind = Kind.MONEY
    when: When = When.ALWAYS
    may_be_negative: bool = False
    under: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A section of the page: one document in the person's hands, or one part of their life.

    `only_if_opened`: most people do not have it, so its questions wait behind a line that opens them.
    """

    name: str
    questions: tuple[Question, ...]
    when: When = When.ALWAYS
    only_if_opened: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """Topics that belong together."""

    name: str
    topics: tuple[Topic, ...]


def matters(when: When, answers: Answers) -> bool:
    """Whether a topic or question matters for a person with these answers."""
    return when is When.ALWAYS or _APPLIES[when](answers)


def is_answered(topic: Topic, answers: Answers) -> bool:
    """Whether anything was said about a topic, by an answer to one of its questions or by a form."""
    told = any(answer_at(answers, question.path) is not None for question in topic.questions)
    return told or any(counted(answers, kind.name) for kind in KINDS.values() if kind.topic == topic.name)


def is_asked(question: Question, answers: Answers) -> bool:
    """Whether a person with these answers is asked: it matters, and no forms tell what it would."""
    return matters(question.when, answers) and not is_told_by_forms(answers, question.path)


def _has_business(answers: Answers) -> bool:
    return any(adult.self_employment_net_profit for adult in with_forms(answers).adults)


def _has_pay_forms(answers: Answers, holder: Holder) -> bool:
    """A form 1099-NEC says what came in; then the costs are asked."""
    return any(form.whose is holder for form in counted(answers, "nec_1099"))


_APPLIES: dict[When, Callable[[Answers], bool]] = {
    When.JOINT: lambda answers: answers.is_joint,
    When.SEPARATE: lambda answers: answers.filing_status is FilingStatus.MARRIED_SEPARATE,
    When.BUSINESS: _has_business,
    When.COLLEGE_ALONE: lambda answers: not answers.is_joint and bool(college_costs(answers)),
    When.PAY_FORMS: lambda answers: _has_pay_forms(answers, Holder.TAXPAYER),
    When.PAY_FORMS_OF_SPOUSE: lambda answers: _has_pay_forms(answers, Holder.SPOUSE),
}
