"""What a question of the estimate page is: where its answer stands, what it takes, and for whom it matters."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from db.values import FilingStatus
from services.returns.answers import Answers


class Kind(Enum):
    """What a question takes as an answer."""

    MONEY = auto()
    DATE = auto()
    YES_NO = auto()
    TICK = auto()
    FILING_STATUS = auto()


class When(Enum):
    """For whom a topic or question matters."""

    ALWAYS = auto()
    JOINT = auto()
    SEPARATE = auto()
    BUSINESS = auto()


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


def _has_business(answers: Answers) -> bool:
    return any(adult.self_employment_net_profit for adult in answers.adults)


_APPLIES: dict[When, Callable[[Answers], bool]] = {
    When.JOINT: lambda answers: answers.is_joint,
    When.SEPARATE: lambda answers: answers.filing_status is FilingStatus.MARRIED_SEPARATE,
    When.BUSINESS: _has_business,
}
