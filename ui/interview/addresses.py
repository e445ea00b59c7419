"""Where each step of the interview is."""

from urllib.parse import quote

from services.interview.chapters import Step
from services.interview.way import step_asking
from services.returns.estimate import Estimate
from ui.estimate.opening import page_of


def step_path(estimate: Estimate, step: Step, *, at: str = "") -> str:
    """The page of a step; `at` is the path of the answer whose question gets the focus there."""
    path = page_of(estimate, f"interview/{step.name}")
    return f"{path}{'&' if '?' in path else '?'}at={quote(at)}" if at else path


def question_path(estimate: Estimate, path: str) -> str:
    """Where the interview asks for the answer at a path; empty where it does not."""
    step = step_asking(path)
    return step_path(estimate, step, at=path) if step else ""
