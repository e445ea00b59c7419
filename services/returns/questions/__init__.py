"""What the estimate page asks, as data. The words are in content/en: estimate, questions, situations."""

from services.returns.questions.dependents import DEPENDENT_QUESTIONS, asked_about
from services.returns.questions.kinds import Kind, Question, Topic, When, matters
from services.returns.questions.topics import CHAPTERS, TOPICS

__all__ = ["CHAPTERS", "DEPENDENT_QUESTIONS", "TOPICS", "Kind", "Question", "Topic", "When", "asked_about", "matters"]
