"""The forms of intake: its questions, and what a partner offers to take over."""

from api.forms.intake import partner_offer, questions
from api.joining import joined

router = joined(questions.router, partner_offer.router)
