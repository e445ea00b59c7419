"""Every screen of the guided interview at once, with every question, for those who write and check them."""

from typing import Any

from nicegui import ui

from components.checkbox import checkbox
from components.layout import section
from components.prose import paragraph
from services.interview.chapters import CHAPTERS, Chapter, Shows, Step
from services.interview.way import asked_which
from services.returns.questions import DEPENDENT_QUESTIONS, Question, Topic, When
from services.returns.questions.in_words import which_in_words
from services.words import known, sentence
from ui.estimate.questions.question_field import question_field
from ui.guards import AnyVisit
from ui.interview.titles import step_title
from ui.page_frame import STAYS_SECONDS, page_frame


async def _kept_nowhere(_: Any) -> str | None:
    return None


@ui.page("/development/interview", reconnect_timeout=STAYS_SECONDS)
async def every_screen_page(visit: AnyVisit) -> None:
    """Draw each step under its chapter, whoever it is for. Nothing that is typed here is kept."""
    with page_frame("Every screen of the interview", visit):
        paragraph("Nothing that you type here is kept. This page exists in development only.")
        for chapter in CHAPTERS:
            with section(sentence(f"interview.chapter.{chapter.name}")):
                for step in chapter.steps:
                    _screen(step, chapter)


def _screen(step: Step, chapter: Chapter) -> None:
    with section(f"{step_title(step)} ({step.name})", level=3):
        match step.shows:
            case Shows.WHICH:
                for name in asked_which(chapter):
                    checkbox(which_in_words(name), on_commit=_kept_nowhere)
            case Shows.COSTS:
                paragraph(sentence("costs.intro"))
            case _:
                _topic(step.topic)


def _topic(topic: Topic) -> None:
    if topic.when is not When.ALWAYS:
        paragraph(f"Only for: {topic.when.name.lower()}", soft=True)
    if known(f"topic.{topic.name}.hint"):
        paragraph(sentence(f"topic.{topic.name}.hint"), soft=True)
    for question in topic.questions:
        _question(question, words=f"question.{question.path}")
    if topic.name == "dependents":
        for question in DEPENDENT_QUESTIONS:
            _question(question, words=f"question.dependent.{question.path}")


def _question(question: Question, *, words: str) -> None:
    if question.when is not When.ALWAYS:
        paragraph(f"Only for: {question.when.name.lower()}", soft=True)
    question_field(question, path=words, value=None, on_commit=_kept_nowhere, words=words)
