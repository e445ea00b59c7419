"""Who of us finds and sees customers. Whose rows they reach, db/security/2_whom_staff_reach.sql says."""

from db.values.people import Role
from services.policy.rule import ADMINISTRATOR, ASSIGNED, IN_AN_EMERGENCY, OVERSEEING, Policy

SEE = Policy(
    "customers.see",
    "An interpreter, a support agent, a tax preparer or an insurance agent may see how a customer talks while they are "
    "assigned to that customer; all but the interpreter see the address too. In an emergency, see customers.emergency.",
    ASSIGNED | IN_AN_EMERGENCY,
)
LIST = Policy(
    "customers.list",
    "A coordinator may find every customer: their name, state, how they talk, how far a return is, and when it was "
    "filed. An administrator may find them without their names. Everybody else finds those whom they may see. Nobody "
    "finds an account that is being deleted.",
    ASSIGNED | IN_AN_EMERGENCY | {Role.COORDINATOR},
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
    IN_AN_EMERGENCY | {Role.COORDINATOR, Role.INSURANCE_AGENT},
)
SEE_SEASON = Policy(
    "season.see",
    "A coordinator or an administrator may read how many returns are begun, finished, filed and reviewed. A tax "
    "preparer, a support agent or an auditor may read it to the nearest five.",
    frozenset({Role.COORDINATOR, Role.PREPARER, Role.SUPPORT_AGENT, Role.AUDITOR}) | ADMINISTRATOR,
)
EXPORT = Policy(
    "lists.export",
    "A coordinator or an administrator may save what they find of customers, or the numbers of the season, as a file. "
    "They show first that it is them, and say what it is for. That is written down.",
    frozenset({Role.COORDINATOR}) | ADMINISTRATOR,
)
USE_EMERGENCY_ACCESS = Policy(
    "customers.emergency",
    "A support agent, a tax preparer or an administrator may see a customer and their returns for one hour without "
    "being assigned, if they write down why. The customer is told by letter, and an administrator reviews it. Nobody "
    "sees a colleague by it.",
    IN_AN_EMERGENCY,
)
END_EMERGENCY_ACCESS = Policy(
    "emergency.end",
    "Who used emergency access may end it before its hour is over; an administrator may end every one.",
    IN_AN_EMERGENCY,
)
SEE_EMERGENCY_ACCESS = Policy(
    "emergency.see",
    "Who used emergency access may see when they did; an administrator or an auditor may see every use and its reason.",
    IN_AN_EMERGENCY | OVERSEEING,
)
REVIEW_EMERGENCY_ACCESS = Policy(
    "emergency.review",
    "An administrator may write down that they have reviewed a use of emergency access that was not their own.",
    ADMINISTRATOR,
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
