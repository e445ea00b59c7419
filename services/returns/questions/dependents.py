"""The questions about one person who depends on the filer, and which of them matter."""

from services.returns.answers import COLLEGE, Dependent
from services.returns.questions.kinds import Kind, Question

YOUNGEST_STUDENT = 15
"""At the end of the year. Hardly anybody is in college sooner, and parents of a baby need not read about it."""
_COLLEGE = Question(COLLEGE)
DEPENDENT_QUESTIONS = (
    Question("first_name", Kind.TEXT),
    Question("date_of_birth", Kind.DATE),
    Question("full_time_student", Kind.YES_NO),
    Question("permanently_disabled", Kind.YES_NO),
    _COLLEGE,
)


def asked_about(dependent: Dependent, tax_year: int) -> tuple[Question, ...]:
    """The questions that matter for this person: college costs only at an age for it, or where they are told."""
    born = dependent.date_of_birth
    may_study = born is not None and tax_year - born.year >= YOUNGEST_STUDENT
    is_told = dependent.american_opportunity_expenses is not None
    return tuple(each for each in DEPENDENT_QUESTIONS if each is not _COLLEGE or may_study or is_told)
