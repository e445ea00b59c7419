"""Answering the letter about what a partner registered: taking it over, or having it deleted."""

from api.forms.letter_offers import Letter, answers_to
from services import policy
from services.intake.from_partners import taking_over
from services.intake.steps import RESULT

_LETTER = Letter(
    forms="/api/forms/intake-offer",
    page="/intake/from-partner",
    to=RESULT,
    rule=policy.accounts.ANSWER_LETTER,
    accept=taking_over.accept,
    decline=taking_over.decline,
)
router = answers_to(_LETTER)
