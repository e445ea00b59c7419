"""The menu and the foot of a page as data: where one can go, in order, and who sees it."""

from dataclasses import dataclass

from services.policy import (
    BEGIN_ESTIMATE,
    DECIDE_INTERPRETERS,
    LIST_CUSTOMERS,
    READ_AUDIT,
    READ_PUBLIC_PAGES,
    REVIEW_RETURNS,
    SEE_ACCOUNT,
    SEE_ASSIGNMENTS,
    SEE_DOCUMENTS,
    SEE_EMERGENCY_ACCESS,
    SEE_FEEDBACK,
    SEE_ROLES,
    SEE_SEASON,
    SEE_SYSTEM_HEALTH,
    SIGN_UP,
    WORK_HERE,
    Policy,
)
from services.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the menu. The paths below its own belong to it, except for the first page's."""

    label: str
    path: str
    policy: Policy


SIGN_IN = "/sign-in"
PLACES = (
    Place("Home", "/", READ_PUBLIC_PAGES),
    Place("Taxes", "/tax", BEGIN_ESTIMATE),
    Place("Documents", "/documents", SEE_DOCUMENTS),
    Place("Work", "/staff", WORK_HERE),
    Place("Your account", "/account", SEE_ACCOUNT),
    Place("Sign in", SIGN_IN, SIGN_UP),
)
WORK = (
    Place("Customers", "/staff/customers", LIST_CUSTOMERS),
    Place("Tax reviews", "/staff/reviews", REVIEW_RETURNS),
    Place("Emergency access", "/staff/emergency", SEE_EMERGENCY_ACCESS),
    Place("Assignments", "/staff/assignments", SEE_ASSIGNMENTS),
    Place("Interpreters", "/staff/interpreters", DECIDE_INTERPRETERS),
    Place("Feedback", "/staff/feedback", SEE_FEEDBACK),
    Place("Access reviews", "/staff/roles", SEE_ROLES),
    Place("The season", "/staff/season", SEE_SEASON),
    Place("System health", "/staff/health", SEE_SYSTEM_HEALTH),
    Place("Audit trail", "/staff/audit", READ_AUDIT),
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
