"""The menu and the foot of a page as data: where one can go, in order, and who sees it."""

from dataclasses import dataclass

from services.policy import (
    BEGIN_ESTIMATE,
    READ_PUBLIC_PAGES,
    SEE_ACCOUNT,
    SEE_FEEDBACK,
    SEE_SYSTEM_HEALTH,
    SIGN_UP,
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
    Place("Feedback", "/staff/feedback", SEE_FEEDBACK),
    Place("System health", "/staff/health", SEE_SYSTEM_HEALTH),
    Place("Your account", "/account", SEE_ACCOUNT),
    Place("Sign in", SIGN_IN, SIGN_UP),
)
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
