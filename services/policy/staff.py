"""What those who work for us may begin. Which customers' rows they reach, db/security/2_whom_staff_reach.sql says."""

from db.values.people import STAFF_ROLES, Role
from services.policy.rule import Policy, Standing

_ANSWERING = frozenset({Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR})
_ASSIGNED = frozenset({Role.INTERPRETER, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT})
_IN_AN_EMERGENCY = frozenset({Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR})
_REVIEWERS = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})

SEE_FEEDBACK = Policy(
    "feedback.see",
    "A support agent, a tax preparer or an administrator may see what people told us, and watch their videos.",
    _ANSWERING,
)
ANSWER_FEEDBACK = Policy(
    "feedback.answer",
    "A support agent, a tax preparer or an administrator may write down what a video says, and what was done about a "
    "message.",
    _ANSWERING,
)
WORK_HERE = Policy(
    "staff.work",
    "Whoever was granted a role may see which pages it opens.",
    frozenset(STAFF_ROLES),
)
RECOVER_ACCOUNTS = Policy(
    "recovery.decide",
    "A support agent, a tax preparer or an administrator may see who lost every way in, and say whose account it is: "
    "two must agree.",
    _ANSWERING,
)
SEE_SYSTEM_HEALTH = Policy(
    "health.see", "An administrator may see how the service is. It shows nobody's data.", _ADMINISTRATOR
)
SEE_CUSTOMERS = Policy(
    "customers.see",
    "An interpreter, a support agent, a tax preparer or an insurance agent may see how a customer talks while they are "
    "assigned to that customer; all but the interpreter see the address too. In an emergency, see customers.emergency.",
    _ASSIGNED | _IN_AN_EMERGENCY,
)
LIST_CUSTOMERS = Policy(
    "customers.list",
    "A coordinator may find every customer: their name, state, how they talk, and how far a return is. An "
    "administrator may find them without their names. Everybody else finds those whom they may see. Nobody finds an "
    "account that is being deleted.",
    _ASSIGNED | _IN_AN_EMERGENCY | {Role.COORDINATOR},
)
SEARCH_BY_NAME = Policy(
    "customers.search_name",
    "A coordinator, a support agent, a tax preparer or an insurance agent may search by name among the customers whom "
    "they find. The search is written down without the name.",
    frozenset({Role.COORDINATOR, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT}),
)
SEARCH_BY_ADDRESS = Policy(
    "customers.search_address",
    "A coordinator, an administrator, a support agent, a tax preparer or an insurance agent may search by the whole "
    "address of a customer among those whom they find. The search is written down without the address.",
    _IN_AN_EMERGENCY | {Role.COORDINATOR, Role.INSURANCE_AGENT},
)
SEE_SEASON = Policy(
    "season.see",
    "A coordinator or an administrator may read how many returns are begun, finished and reviewed. A tax preparer, a "
    "support agent or an auditor may read it to the nearest five.",
    frozenset({Role.COORDINATOR, Role.PREPARER, Role.SUPPORT_AGENT, Role.AUDITOR}) | _ADMINISTRATOR,
)
EXPORT = Policy(
    "lists.export",
    "A coordinator or an administrator may save what they find of customers, or the numbers of the season, as a file. "
    "They show first that it is them, and say what it is for. That is written down.",
    frozenset({Role.COORDINATOR}) | _ADMINISTRATOR,
)
READ_CUSTOMERS_RETURN = Policy(
    "customers.read_return",
    "A tax preparer may read, and not change, the returns of a customer while they are assigned to that customer; a "
    "support agent or an administrator may in an emergency only.",
    _IN_AN_EMERGENCY,
)
REVIEW_RETURNS = Policy(
    "reviews.prepare",
    "A tax preparer may see which reviews wait, how these customers talk and since when, and may take one, never of a "
    "return of their own. That assigns them to the customer until they approve it or hand it back.",
    frozenset({Role.PREPARER}),
)
CHOOSE_OWN_NAME = Policy(
    "staff.choose_name",
    "Whoever works for us and has no name yet may say once what customers and colleagues call them.",
    frozenset(STAFF_ROLES),
)
USE_EMERGENCY_ACCESS = Policy(
    "customers.emergency",
    "A support agent, a tax preparer or an administrator may see a customer and their returns for one hour without "
    "being assigned, if they write down why. The customer is told by letter, and an administrator reviews it.",
    _IN_AN_EMERGENCY,
)
SEE_EMERGENCY_ACCESS = Policy(
    "emergency.see",
    "Who used emergency access may see when they did; an administrator or an auditor may see every use and its reason.",
    _IN_AN_EMERGENCY | _REVIEWERS,
)
REVIEW_EMERGENCY_ACCESS = Policy(
    "emergency.review",
    "An administrator may write down that they have reviewed a use of emergency access that was not their own.",
    _ADMINISTRATOR,
)
SEE_ASSIGNMENTS = Policy(
    "assignments.see",
    "A coordinator or an auditor may see who is assigned to whom; an auditor sees no address of a customer.",
    frozenset({Role.COORDINATOR, Role.AUDITOR}),
)
ASSIGN = Policy(
    "assignments.change",
    "A coordinator may assign somebody who works for us to a customer, and end that; never themselves.",
    frozenset({Role.COORDINATOR}),
)
DECIDE_INTERPRETERS = Policy(
    "interpreters.decide",
    "A coordinator may see which customers need an interpreter and how they sign, and may say how far it is; never for "
    "themselves.",
    frozenset({Role.COORDINATOR}),
)
READ_AUDIT = Policy(
    "audit.read",
    "An auditor may read the whole audit trail, which holds ids and codes only. Each look at it is written down in it.",
    frozenset({Role.AUDITOR}),
)
SEE_ROLES = Policy(
    "roles.see",
    "An administrator or an auditor may see who holds which role, since when, and when it was last used.",
    _REVIEWERS,
)
GRANT_ROLES = Policy(
    "roles.grant",
    "An administrator may grant, confirm and end the roles of others, and never their own.",
    _ADMINISTRATOR,
)
SIGN_OUT_OTHERS = Policy(
    "sessions.end_others",
    "An administrator may sign somebody out on all their devices, and sees nothing of them by it.",
    _ADMINISTRATOR,
)
GRANT_BY_COMMAND = Policy(
    "roles.command",
    "The house itself, told by a command, may grant, confirm and end any role.",
    frozenset({Standing.SYSTEM}),
)
