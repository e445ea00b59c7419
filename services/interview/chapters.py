"""The chapters of the interview, of the topics of the estimate page. Their words are under `interview.chapter`."""

from dataclasses import dataclass
from enum import Enum, auto

from services.returns.questions import TOPICS, Topic

_TOPICS = {topic.name: topic for topic in TOPICS}


class Shows(Enum):
    """What a page of the interview is made of."""

    TOPIC = auto()
    WHICH = auto()
    COSTS = auto()
    REVIEW = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One page. Its name stands in its address; `topics` are those that it asks, or asks whether somebody had them."""

    name: str
    shows: Shows = Shows.TOPIC
    topics: tuple[Topic, ...] = ()

    @property
    def topic(self) -> Topic:
        """The topic of a page that has one."""
        return self.topics[0]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Steps that belong together. `none` is the answer "none of these", where a step asks what somebody had."""

    name: str
    steps: tuple[Step, ...]
    none: str = ""

    @property
    def which(self) -> Step | None:
        """The step that asks which of the others somebody needs."""
        return next((step for step in self.steps if step.shows is Shows.WHICH), None)


def _steps(*names: str) -> tuple[Step, ...]:
    return tuple(Step(name, topics=(_TOPICS[name],)) for name in names)


def _asking_which(name: str, none: str, *rare: str, first: tuple[str, ...] = ()) -> Chapter:
    """Topics for everybody, one question about all of the others, and then each of them that somebody had."""
    which = Step(f"which_{name}", Shows.WHICH, tuple(_TOPICS[each] for each in rare))
    return Chapter(name, (*_steps(*first), which, *_steps(*rare)), none)


CHAPTERS = (
    Chapter("about_you", _steps("about_you")),
    Chapter("family", _steps("spouse", "dependents")),
    _asking_which(
        "income",
        "no_other_income",
        *("tips_and_overtime", "business", "social_security", "pensions", "disability_pension", "unemployment"),
        "savings",
        first=("w2",),
    ),
    Chapter("hearing", (Step("hearing", Shows.COSTS),)),
    _asking_which(
        "deductions",
        "no_deductions",
        *("home", "itemized", "retirement", "health_savings", "student_loan", "car_loan", "teacher"),
    ),
    _asking_which("credits", "no_credits", "care", "college"),
    _asking_which("payments", "no_payments", "payments", "other"),
    Chapter("review", (Step("review", Shows.REVIEW, (_TOPICS["everything"],)),)),
)
STEPS = {step.name: step for chapter in CHAPTERS for step in chapter.steps}
"""Every step by its name, in order."""
