"""What each step of the interview is called."""

from services.interview.chapters import Shows, Step
from services.words import sentence


def step_title(step: Step) -> str:
    """The heading of its page."""
    if step.shows is Shows.WHICH:
        return sentence(f"interview.which_title.{step.name.removeprefix('which_')}")
    return sentence(f"topic.{step.name}.title" if step.shows is Shows.TOPIC else f"interview.{step.name}.title")
