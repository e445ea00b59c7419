"""The review of a return: who asks for one, and who prepares it."""

from db.values.people import Role
from services.policy.rule import WITH_ACCOUNT, Policy

ASK = Policy(
    "review.ask",
    "A person with an account may ask a tax preparer to review a return that they are a member of, answer, see every "
    "step, and take it back, also if the other member asked.",
    WITH_ACCOUNT,
)
PREPARE = Policy(
    "reviews.prepare",
    "A tax preparer may see which reviews wait, how these customers talk and since when, and may take one, never of a "
    "return of their own. That assigns them to the customer until they approve it or hand it back. To take or approve "
    "one, they show first that it is them.",
    frozenset({Role.PREPARER}),
)
