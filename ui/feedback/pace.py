"""How many messages somebody may send us. Each may bring a large file, so these are fewer than other requests."""

from fastapi import Request

from services.house import House
from services.sharing import Limit
from services.visitor import Person
from ui.addresses import address_of, place_of
from ui.guards import Visit

AN_HOUR = Limit("feedback", 10, 3600)


def who_sends(request: Request, house: House, visit: Visit) -> str:
    """Somebody who is signed in is counted alone, so that others at their place don't lock them out."""
    if isinstance(visit.visitor, Person):
        return f"account {visit.visitor.person_id}"
    return f"place {place_of(address_of(request.scope, house.settings.trusted_proxies))}"
