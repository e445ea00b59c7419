"""Who works here: the roles, who grants them, and what comes with any of them."""

from db.values.people import STAFF_ROLES
from services.policy.rule import ADMINISTRATOR, OVERSEEING, Policy, Standing

WORK_HERE = Policy(
    "staff.work",
    "Whoever was granted a role may see which pages it opens.",
    frozenset(STAFF_ROLES),
)
CHOOSE_OWN_NAME = Policy(
    "staff.choose_name",
    "Whoever works for us and has no name yet may say once what customers and colleagues call them.",
    frozenset(STAFF_ROLES),
)
SEE = Policy(
    "roles.see",
    "An administrator or an auditor may see who holds which role, since when, and when it was last used.",
    OVERSEEING,
)
GRANT = Policy(
    "roles.grant",
    "An administrator may grant, confirm and end the roles of others, and never their own.",
    ADMINISTRATOR,
)
GRANT_BY_COMMAND = Policy(
    "roles.command",
    "The house itself, told by a command, may grant, confirm and end any role.",
    frozenset({Standing.SYSTEM}),
)
