"""An administrator signs somebody out everywhere, and sees nothing of them by it (OWASP ASVS 5.0, 7.4.5)."""

import pytest

from db.values.people import Role
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.errors import Invalid, NotAllowed
from services.house import House
from services.staff.roles import signing_out
from services.visitor import Person
from tests.db.asking import ask, everything
from tests.factories import a_person, an_address


async def _sign_out(house: House, by: Person, address: str) -> int:
    async with house.transaction(by) as session:
        return await signing_out.sign_out(session, by, address)


async def _is_open(house: House, person: Person) -> bool:
    async with house.transaction(DOOR) as session:
        return await sessions.still_open(session, person.session_id) is not None


async def test_every_session_of_the_account_ends_and_no_other(house: House) -> None:
    lee, other = await a_person(house, role=Role.ADMINISTRATOR), await a_person(house)
    maria = await a_person(house, address=(address := an_address()))
    assert await _sign_out(house, lee, address) == 1
    assert [await _is_open(house, each) for each in (maria, other, lee)] == [False, True, True]
    assert await _sign_out(house, lee, address) == 0


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
async def test_nobody_else_may_not_even_past_the_service(house: House, role: Role) -> None:
    somebody, maria = await a_person(house, role=role), await a_person(house, address=(address := an_address()))
    with pytest.raises(NotAllowed):
        await _sign_out(house, somebody, address)
    await ask(house, somebody, "select app_end_sessions_of(:who)", who=maria.person_id)
    assert await _is_open(house, maria)


async def test_what_can_t_be_done_is_said_in_words(house: House) -> None:
    lee = await a_person(house, role=Role.ADMINISTRATOR, address=(own := an_address()))
    for address, code in ((own, "signed_out_by_us.not_yourself"), (an_address(), "staff.no_account")):
        with pytest.raises(Invalid, match=code):
            await _sign_out(house, lee, address)


async def test_the_owner_can_read_who_did_it_and_the_administrator_sees_no_session(house: House) -> None:
    lee, maria = await a_person(house, role=Role.ADMINISTRATOR), await a_person(
        house, address=(address := an_address())
    )
    await _sign_out(house, lee, address)
    assert {row["act"] for row in await everything(house, maria, "audit_record")} >= {"session.ended"}
    assert {row["account_id"] for row in await everything(house, lee, "browser_session")} == {lee.person_id}
