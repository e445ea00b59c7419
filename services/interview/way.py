"""The way of one person through the interview: the steps that matter for them, and where each answer is asked."""

from dataclasses import dataclass

from services.errors import NotFound
from services.interview.chapters import CHAPTERS, STEPS, Chapter, Shows, Step
from services.returns.answers import Answers
from services.returns.forms.kinds import KINDS
from services.returns.questions import is_answered, matters

_ASKED_IN = {question.path: step for step in STEPS.values() for topic in step.topics for question in topic.questions}
_LISTS = {"dependents": STEPS["dependents"], "costs": STEPS["hearing"], "household": STEPS["hearing"]}


@dataclass(frozen=True, slots=True)
class Here:
    """Where somebody is: the step, its chapter, and the steps before and after it; None at both ends.

    `number` is the place of the step among the `count` steps of its chapter that matter, from 1.
    """

    step: Step
    chapter: Chapter
    before: Step | None
    after: Step | None
    number: int
    count: int


def step_called(name: str) -> Step:
    """The step with this name; NotFound if there is none."""
    try:
        return STEPS[name]
    except KeyError:
        raise NotFound from None


def step_asking(path: str) -> Step | None:
    """The step on which the answer at this path is given; None for one that the interview does not ask."""
    head, name, *_ = [*path.split("."), ""]
    if head == "had":
        return next(each.which for each in CHAPTERS if each.which and name in asked_which(each))
    if head == "forms":
        return STEPS[KINDS[name].topic]
    return _LISTS.get(head) or _ASKED_IN.get(path)


def asked_which(chapter: Chapter) -> tuple[str, ...]:
    """The boxes of the step that asks which topics somebody needs, the one for none of them last."""
    return (*(topic.name for topic in chapter.which.topics), chapter.none) if chapter.which else ()


def here(step: Step, answers: Answers) -> Here:
    """Where somebody is who opened this step: also when it is not on their way."""
    way = [each for each in STEPS.values() if each is step or is_on_the_way(each, answers)]
    chapter = next(each for each in CHAPTERS if step in each.steps)
    theirs = [each for each in way if each in chapter.steps]
    place = way.index(step)
    before, after = way[:place], way[place + 1 :]
    return Here(
        step,
        chapter,
        before[-1] if before else None,
        after[0] if after else None,
        theirs.index(step) + 1,
        len(theirs),
    )


def is_on_the_way(step: Step, answers: Answers) -> bool:
    """Whether a step matters for somebody: for everybody, or they had it, or they have told something there."""
    if step.shows is not Shows.TOPIC:
        return True
    if not matters(step.topic.when, answers):
        return False
    is_told = getattr(answers.had, step.name, None) or is_answered(step.topic, answers)
    return bool(is_told) or not step.topic.only_if_opened


def first_step(chapter: Chapter, answers: Answers) -> Step:
    """Where a chapter begins for somebody."""
    return next((step for step in chapter.steps if is_on_the_way(step, answers)), chapter.steps[0])
