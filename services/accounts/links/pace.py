"""How many letters may be asked for. Addresses without an account are counted alike."""

from services.errors import Invalid
from services.house import House
from services.sharing import Limit

_TO_ONE_ADDRESS = Limit("letters to an address", 5, 3600)


async def count(house: House, email_index: bytes, place: str) -> None:
    """Count one letter; Invalid('email') when this place, or whoever writes to this address, has to wait."""
    from_one_place = Limit("letters from a place", house.settings.letters_per_hour, 3600)
    if not (await house.shared.hit(from_one_place, place)).allowed:
        raise Invalid("email", "link.too_many_from_here")
    if not (await house.shared.hit(_TO_ONE_ADDRESS, email_index.hex())).allowed:
        raise Invalid("email", "link.too_many_to_address")
