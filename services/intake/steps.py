"""The questions of intake in their order: one a page, each saved by itself, none of them required."""

from enum import StrEnum

from services.errors import NotFound


class Step(StrEnum):
    """One page of intake; the values are the ends of its path."""

    TALK = "talk"
    LANGUAGE = "language"
    CALLS = "calls"
    ALERTS = "alerts"
    INTERPRETER = "interpreter"
    HEARING_AIDS = "hearing-aids"
    PROGRAMS = "programs"
    INTERESTS = "interests"

    @property
    def path(self) -> str:
        """Where it is asked."""
        return f"/intake/questions/{self}"

    @property
    def code(self) -> str:
        """As it is called in content/en."""
        return self.value.replace("-", "_")


EVERY_STEP = tuple(Step)
START = "/intake"
RESULT = "/intake/result"


def step_at(name: str) -> Step:
    """The step of this name; NotFound for none."""
    try:
        return Step(name)
    except ValueError:
        raise NotFound from None


def after(step: Step) -> str:
    """Where one goes on: the next question, or what follows from the answers."""
    place = EVERY_STEP.index(step) + 1
    return EVERY_STEP[place].path if place < len(EVERY_STEP) else RESULT


def before(step: Step) -> str:
    """Where one came from."""
    place = EVERY_STEP.index(step)
    return EVERY_STEP[place - 1].path if place else START
