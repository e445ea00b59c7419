"""The device on which a session is opened. Its cookie tells next time that this account has been used there."""

from fastapi import Request

from api.forms.replies import SignedIn
from services.accounts import known_devices
from services.accounts.device_names import device_name
from services.accounts.enrolment import DOOR
from services.house import House
from services.visitor import Person
from ui import cookies


async def meet_device(request: Request, reply: SignedIn) -> None:
    """Remember it with the reply, and have the person told if it is new. A guest's device is nobody's."""
    house: House = request.state.house
    if not isinstance(reply.visitor, Person):
        return
    brought, device = cookies.read(request, cookies.DEVICE), device_name(request.headers.get("user-agent", ""))
    async with house.transaction(DOOR) as session:
        token = await known_devices.meet(session, reply.visitor, token=brought, device=device)
    cookies.put(reply, house.settings, cookies.DEVICE, token, lasts=known_devices.KNOWN_FOR)
