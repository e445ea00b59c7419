"""Somebody of whom every table has a row that comes into a copy: by services where that is short, else as rows."""

from datetime import date

from sqlalchemy import create_engine
from sqlmodel import Session

from db.values.people import Role
from services import preferences
from services.house import House
from services.preferences import Preferences
from services.returns import listing
from services.returns.filed import marking
from services.staff.roles import granting
from tests.database import DatabaseUrls
from tests.factories import a_cost, a_person
from tests.services.accounts.passkeys.having import a_device, added
from tests.services.privacy.rows import Rows
from tests.services.reviews.reviewing import Asked, asked


async def somebody_in_every_table(house: House, urls: DatabaseUrls) -> Asked:
    """Maria, who has used everything that there is."""
    maria = await asked(house)
    await _by_services(house, maria)
    staff, other = await a_person(house, role=Role.PREPARER), await a_person(house)
    rows = Rows(house, maria, staff.person_id, other.person_id)
    with Session(create_engine(urls.owner)) as session:
        for row in [*rows.ways_in(), *rows.told(), *rows.with_our_team(), *rows.allowed()]:
            session.add(row)
            session.flush()
        session.commit()
    return maria


async def _by_services(house: House, maria: Asked) -> None:
    await added(house, maria.maria, a_device(house))
    await a_cost(house, maria.maria, maria.return_id, category="hearing_aids", amount="1200", paid_by="taxpayer")
    async with house.transaction(maria.maria) as session:
        await preferences.keep(session, maria.maria.person_id, Preferences())
        made = await listing.add_cost(session, maria.maria, return_id=maria.return_id)
        gone = made.answers.costs[-1].id
        await listing.remove_cost(session, maria.maria, return_id=maria.return_id, cost_id=gone)
        for name in ("w2", "int_1099"):
            await listing.add_form(session, maria.maria, return_id=maria.return_id, kind=name)
        day = date(2026, 2, 1)
        await marking.mark(session, maria.maria, return_id=maria.return_id, filed_on=day, reason="A late paper")
    async with house.transaction(granting.DESK) as session:
        await granting.grant(session, granting.DESK, address=maria.address, role=Role.INTERPRETER, name="Maria")
