"""The devices on which a person is signed in, each with a button that signs it out at once."""

from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.button import Press
from components.prose import paragraph
from services import policy
from services.accounts import devices
from services.house import DbSession
from services.visitor import Person
from ui.actions import action
from ui.guards import HouseDep, SignedIn
from ui.page_frame import page_frame
from ui.sessions.device_list import DeviceList


@action("account.sign_out_device", policy.accounts.MANAGE_DEVICES)
async def sign_out_device(session: DbSession, visitor: Person, *, device_id: UUID) -> UUID:
    """End the session of one device."""
    return await devices.sign_out_device(session, visitor, device_id=device_id)


@action("account.sign_out_others", policy.accounts.MANAGE_DEVICES)
async def sign_out_others(session: DbSession, visitor: Person) -> None:
    """End every session but this one."""
    await devices.sign_out_others(session, visitor)


@ui.page("/account/devices")
async def devices_page(house: HouseDep, visit: SignedIn) -> None:
    """Show this device first, then the others; and one button for all others."""
    policy.accounts.MANAGE_DEVICES.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        found = await devices.devices(session, visit.person)
    with page_frame("Your devices", visit, way=[Crumb("Your account", "/account")]):
        paragraph("You are signed in on these devices. Is one of them not yours, or lost? Sign it out.")
        shown = DeviceList(found, house.clock.now())

        def sign_out(device_id: UUID) -> Press:
            return sign_out_device.by(house, visit, then=shown.without, device_id=device_id)

        shown.draw(sign_out, sign_out_others.by(house, visit, then=lambda _: shown.only_here()))
