"""The first questions, and the interpreters that follow from them."""

from db.values.people import Role
from services.policy.rule import EVERYBODY, Policy

ANSWER = Policy(
    "intake.answer", "Everybody may answer the first questions for themselves, and change their answers.", EVERYBODY
)
DECIDE_INTERPRETERS = Policy(
    "interpreters.decide",
    "A coordinator may see which customers need an interpreter and how they sign, and may say how far it is; never for "
    "themselves. To say so they show first that it is them.",
    frozenset({Role.COORDINATOR}),
)
