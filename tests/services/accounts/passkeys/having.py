"""People who have a passkey, as the tests begin with them."""

from uuid import UUID

from services.accounts.device_names import DeviceName
from services.accounts.passkeys import adding
from services.house import House
from services.visitor import Person
from tests.authenticator import Authenticator
from tests.factories import a_person

LAPTOP = DeviceName("Firefox", "Windows")


def a_device(house: House, **details: object) -> Authenticator:
    """A device that is on our own page, but for the details."""
    told = {"origin": house.settings.public_url, **details}
    return Authenticator(**told)  # type: ignore[arg-type]  # each is one of its fields


async def added(house: House, person: Person, device: Authenticator) -> UUID:
    """The person adds a passkey of this device: its id."""
    return await adding.add(house, person, sent=device.make(await adding.question(house, person)), device=LAPTOP)


async def with_passkey(house: House, **details: object) -> tuple[Person, Authenticator]:
    """Somebody with one passkey, and their device."""
    person, device = await a_person(house), a_device(house, **details)
    await added(house, person, device)
    return person, device
