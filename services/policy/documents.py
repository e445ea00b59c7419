"""Documents: one's own, and those of a customer who trusts one with them."""

from services.policy.rule import WITH_ACCOUNT, Policy

SEE = Policy(
    "document.see",
    "A person with an account may see their own documents, and those of a customer who trusts them with that.",
    WITH_ACCOUNT,
)
CHANGE = Policy(
    "document.change",
    "A person with an account may add documents of their own, name and move them, remove them and take them back; "
    "for a customer who trusts them with that, they may add some.",
    WITH_ACCOUNT,
)
