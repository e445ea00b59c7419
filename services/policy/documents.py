"""Documents: one's own, and those of a customer who trusts one with them."""

from services.policy.rule import WITH_ACCOUNT, Policy

SEE = Policy(
    "document.see",
    "A person with an account may see their own documents, and those of a customer who trusts them with that.",
    WITH_ACCOUNT,
)
CHANGE = Policy(
    "document.change",
    "A person with an account may add documents of their own, name and move them, remove them and take them back. "
    "For a customer who trusts them with that, they may add some, and clear the notice of those that we did not take.",
    WITH_ACCOUNT,
)
