"""The menu and the foot of a page as data: where one can go, in order, and who sees it."""

from dataclasses import dataclass

from services import policy
from services.policy.rule import Policy
from services.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the menu. The paths below its own belong to it, except for the first page's."""

    label: str
    path: str
    policy: Policy


SIGN_IN = "/sign-in"
PLACES = (
    Place("Home", "/", policy.house.READ_PUBLIC_PAGES),
    Place("Taxes", "/tax", policy.returns.BEGIN),
    Place("Documents", "/documents", policy.documents.SEE),
    Place("Work", "/staff", policy.roles.WORK_HERE),
    Place("Your account", "/account", policy.accounts.SEE),
    Place("Sign in", SIGN_IN, policy.accounts.SIGN_UP),
)
WORK = (
    Place("Customers", "/staff/customers", policy.customers.LIST),
    Place("Tax reviews", "/staff/reviews", policy.reviews.PREPARE),
    Place("Emergency access", "/staff/emergency", policy.customers.SEE_EMERGENCY_ACCESS),
    Place("Assignments", "/staff/assignments", policy.customers.SEE_ASSIGNMENTS),
    Place("Interpreters", "/staff/interpreters", policy.intake.DECIDE_INTERPRETERS),
    Place("Feedback", "/staff/feedback", policy.feedback.SEE),
    Place("Access reviews", "/staff/roles", policy.roles.SEE),
    Place("The season", "/staff/season", policy.customers.SEE_SEASON),
    Place("System health", "/staff/health", policy.house.SEE_HEALTH),
    Place("Audit trail", "/staff/audit", policy.privacy.READ_AUDIT),
)
"""What those who work here find under "Work", by what they may do."""
FOOT = (
    ("Accessibility", "/accessibility"),
    ("Privacy", "/privacy"),
    ("Terms of use", "/terms"),
    ("What is live", "/services"),
    ("Contact", "/contact"),
    ("Display and alerts", "/display"),
)
"""What every page ends with: words, and the page that they lead to."""


def places_for(visitor: Visitor) -> list[Place]:
    """The entries that this visitor may use."""
    return [place for place in PLACES if place.policy.allows(visitor)]


def is_here(place: Place, path: str) -> bool:
    """Whether a path lies within a place."""
    return path == place.path or (place.path != "/" and path.startswith(f"{place.path}/"))
