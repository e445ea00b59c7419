"""What the pages of signing in and of signing up send, and where it comes from."""

from fastapi import Request
from pydantic import BaseModel

from services.house import House
from ui.addresses import address_of, place_of


class Credentials(BaseModel):
    """An address, a password, and the page to go on to."""

    email: str = ""
    password: str = ""
    next: str = "/account"


def place_of_sender(request: Request, house: House) -> str:
    """The place for which tries are counted."""
    return place_of(address_of(request.scope, house.settings.trusted_proxies))
