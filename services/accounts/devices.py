"""The devices on which a person is signed in. Each is a session; any of them can be ended from any other."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from db.tables.people import BrowserSession
from services import audit
from services.accounts import known_devices, sessions
from services.accounts.device_names import DeviceName
from services.errors import NotFound
from services.house import DbSession
from services.visitor import Person


@dataclass(frozen=True, slots=True)
class Device:
    """One of them. `is_here` marks the one that asks."""

    id: UUID
    name: DeviceName
    signed_in_at: datetime
    last_used_at: datetime
    is_here: bool


async def devices(session: DbSession, person: Person) -> list[Device]:
    """Where this person is signed in now: this device first, then the one that was used last."""
    query = select(BrowserSession).where(BrowserSession.account_id == person.person_id, *sessions.open_now(session))
    rows = (await session.exec(query.order_by(col(BrowserSession.last_seen_at).desc()))).all()
    found = [_device(row, person) for row in rows]
    return sorted(found, key=lambda each: not each.is_here)


async def sign_out_device(session: DbSession, person: Person, *, device_id: UUID) -> UUID:
    """End the session of one device at once: its id. NotFound if the person is not signed in there any more."""
    if device_id not in {each.id for each in await devices(session, person)}:
        raise NotFound("device.gone")
    await sessions.end(session, device_id)
    await known_devices.forget(session, person, used_in=device_id)
    audit.record(session, person, "sign_out.device", subject_table="browser_session", subject_id=device_id)
    return device_id


async def sign_out_others(session: DbSession, person: Person) -> None:
    """End every session of this person but the one that asks."""
    await sessions.end_all(session, person, but_here=True)
    await known_devices.forget_others(session, person)
    audit.record(session, person, "sign_out.others", subject_table="account", subject_id=person.person_id)


def _device(row: BrowserSession, person: Person) -> Device:
    return Device(
        row.id,
        DeviceName(row.browser, row.system),
        row.created_at,
        row.last_seen_at,
        row.id == person.session_id,
    )
