"""What the estimate page asks, as data. The words are in content/en: estimate, questions, situations, forms."""

from services.returns.questions.dependents import DEPENDENT_QUESTIONS, asked_about
from services.returns.questions.forms import BOXES, asked_of_form, printed_boxes
from services.returns.questions.kinds import Kind, Question, Topic, When, is_answered, is_asked, matters
from services.returns.questions.topics import BESIDE_PAY_FORMS, CHAPTERS, TOPICS

__all__ = [
    "BESIDE_PAY_FORMS",
    "BOXES",
    "CHAPTERS",
    "DEPENDENT_QUESTIONS",
    "TOPICS",
    "Kind",
    "Question",
    "Topic",
    "When",
    "asked_about",
    "asked_of_form",
    "is_answered",
    "is_asked",
    "matters",
    "printed_boxes",
]
