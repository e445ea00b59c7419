"""The menu as data: where one can go, in order, and who sees it."""

from dataclasses import dataclass

from services.policy import BEGIN_ESTIMATE, READ_PUBLIC_PAGES, SEE_ACCOUNT, SIGN_UP, Policy
from services.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the menu. `within` is the beginning of the paths that belong to it."""

    label: str
    path: str
    within: str
    policy: Policy


PLACES = (
    Place("Home", "/", "/", READ_PUBLIC_PAGES),
    Place("Taxes", "/tax", "/tax", BEGIN_ESTIMATE),
    Place("Your account", "/account", "/account", SEE_ACCOUNT),
    Place("Sign in", "/sign-in", "/sign-in", SIGN_UP),
)


def places_for(visitor: Visitor) -> list[Place]:
    """The entries that this visitor may use."""
    return [place for place in PLACES if place.policy.allows(visitor)]


def is_here(place: Place, path: str) -> bool:
    """Whether a path lies within a place."""
    return path == place.within or (place.within != "/" and path.startswith(f"{place.within}/"))
