"""Those who walk from door to door: somebody of every role, and those without one."""

from dataclasses import dataclass

import httpx

from db.values.people import Role
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.partners import keys
from tests.app import App, Somebody
from tests.people import guest, known_as
from tests.security.doors import Door


@dataclass(frozen=True)
class Walker:
    """Somebody with what they are called in a failure, and their role; None without an account."""

    name: str
    somebody: Somebody
    role: Role | None

    async def sends(self, door: Door, **typed: str) -> httpx.Response:
        """What they are answered to a form, of which each field is empty but those that are given."""
        return await self.somebody.http_client.post(door.filled(), data=dict.fromkeys(door.fields, "") | typed)

    async def opens(self, path: str) -> httpx.Response:
        """What they are answered at an address."""
        return await self.somebody.http_client.get(path)


async def walkers(app: App) -> list[Walker]:
    """One of each role, one whose role waits for a second step, and those without an account."""
    found = [Walker(role.value, (await known_as(app, role))[0], role) for role in Role]
    half_in, dana = await known_as(app, Role.ADMINISTRATOR)
    async with app.house.transaction(DOOR) as session:
        await sessions.lose_second_factor(session, dana)
    partner = app.somebody()
    async with app.house.transaction(keys.DESK) as session:
        key = (await keys.make_key(session, keys.DESK, partner="Example Bank")).key
    partner.http_client.headers["X-API-Key"] = key
    return [
        *found,
        Walker("an administrator by one factor", half_in, Role.CUSTOMER),
        Walker("a guest", await guest(app), None),
        Walker("nobody", app.somebody(), None),
        Walker("a partner", partner, None),
    ]
