"""What people know and decide about their data, and who reads the audit trail."""

from db.values.people import Role
from services.policy.rule import WITH_ACCOUNT, Policy, Standing

SEE_WHO_LOOKED = Policy(
    "account.who_looked", "A person with an account may see who looked at their data or changed it.", WITH_ACCOUNT
)
TAKE_DATA = Policy(
    "account.take_data", "A person with an account may take a copy of everything about themselves.", WITH_ACCOUNT
)
GIVE_CONSENT = Policy(
    "consent.give",
    "A person with an account may allow one other use of what they tell for a return, and end that at any time.",
    WITH_ACCOUNT,
)
DELETE_ACCOUNT = Policy(
    "account.delete", "A person with an account may have it deleted with everything in it.", WITH_ACCOUNT
)
HOLD_ACCOUNTS = Policy(
    "account.hold",
    "The house itself, told by a command, may keep an account from being deleted for as long as the law demands.",
    frozenset({Standing.SYSTEM}),
)
READ_AUDIT = Policy(
    "audit.read",
    "An auditor may read the whole audit trail, which holds ids and codes only. Each look at it is written down in it.",
    frozenset({Role.AUDITOR}),
)
