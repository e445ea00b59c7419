"""Estimates and returns: one's own, those of two people, and those of a customer."""

from services.policy.rule import EVERYBODY, IN_AN_EMERGENCY, WITH_ACCOUNT, WITH_SESSION, Policy

BEGIN = Policy("estimate.begin", "Everybody may begin a refund estimate of their own.", EVERYBODY)
SEE = Policy(
    "estimate.see",
    "A guest or a person with an account may see an estimate that they are a member of, or that a customer trusts "
    "them to see.",
    WITH_SESSION,
)
CHANGE = Policy(
    "estimate.change",
    "A guest or a person with an account may change an estimate that they are a member of, or that a customer trusts "
    "them to change.",
    WITH_SESSION,
)
MARK_FILED = Policy(
    "return.mark_filed",
    "A person with an account may mark an estimate of their own as filed, and see what they filed.",
    WITH_ACCOUNT,
)
SHARE = Policy(
    "return.share",
    "A person with an account may hold a joint return with one other person who accepts it, and leave it at once.",
    WITH_ACCOUNT,
)
READ_CUSTOMERS = Policy(
    "customers.read_return",
    "A tax preparer may read, and not change, the returns of a customer while they are assigned to that customer; a "
    "support agent or an administrator may in an emergency only.",
    IN_AN_EMERGENCY,
)
