"""A customer checks that somebody is one of us: whoever sees them now has a code, and nobody else."""

import re
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from db.types import new_id
from db.values.people import ASSIGNED_ROLES, Role
from services import retention
from services.clock import FixedClock
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.genuine import checking, codes
from services.genuine.checking import WITHIN, WRONG_ONES, Verdict
from services.genuine.codes import LASTS, Code
from services.house import House
from services.reviews import asking, taking
from services.staff.access import assigning, emergency
from services.visitor import Guest, Person
from tests.db.asking import ask, everything
from tests.factories import a_person, an_address, an_assignment
from tests.services.returns.couples import a_couple, joined

pytestmark = pytest.mark.usefixtures("nobody_works_here")
WHY = "She wrote that a payment goes wrong today."


async def _code(house: House, staff: Person, customer: Person) -> Code:
    async with house.transaction(staff) as session:
        return await codes.show(session, staff, customer_id=customer.person_id)


async def _checked(house: House, customer: Person, typed: str) -> Verdict:
    async with house.transaction(customer) as session:
        return await checking.check(session, customer, typed)


def _another(digits: str) -> str:
    return str((int(digits.replace(" ", "")) + 1) % 1_000_000).zfill(6)


@pytest.mark.parametrize("role", ASSIGNED_ROLES)
async def test_whoever_is_assigned_is_known_by_their_code_for_ten_minutes(
    house: House, clock: FixedClock, role: Role
) -> None:
    maria, staff = await a_person(house), await a_person(house, role=role)
    with pytest.raises(NotFound):
        await _code(house, staff, maria)
    await an_assignment(house, staff, maria, role=role)
    code = await _code(house, staff, maria)
    assert re.fullmatch(r"\d{3} \d{3}", code.digits)
    assert (code.until, code.minutes_left(clock.now())) == (clock.now() + LASTS, 10)
    arabic = code.digits.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for typed in (code.digits, code.digits.replace(" ", ""), f" {code.digits.replace(' ', '-')} ", arabic):
        seer = (await _checked(house, maria, typed)).seer
        assert seer
        assert (seer.staff_id, seer.role) == (staff.person_id, role)
    clock.advance(timedelta(minutes=1, seconds=1))
    again = await _code(house, staff, maria)
    assert (again, again.minutes_left(clock.now())) == (code, 9)
    clock.advance(LASTS)
    assert again.minutes_left(clock.now()) == 0
    assert await _checked(house, maria, code.digits) == Verdict(problem="genuine.over")
    assert (await _code(house, staff, maria)).until == clock.now() + LASTS


async def test_who_sees_somebody_in_an_emergency_has_a_code_for_that_hour(house: House, clock: FixedClock) -> None:
    address = an_address()
    maria, sam = await a_person(house, address=address), await a_person(house, role=Role.SUPPORT_AGENT)
    async with house.transaction(sam) as session:
        await emergency.begin(session, sam, address, WHY)
    clock.advance(timedelta(minutes=55))
    code = await _code(house, sam, maria)
    seer = (await _checked(house, maria, code.digits)).seer
    assert seer
    assert (seer.staff_id, seer.role) == (sam.person_id, None)
    acts = [(row["act"], row["reason"]) for row in await everything(house, maria, "audit_record")]
    assert ("genuine.code", "emergency") in acts
    clock.advance(timedelta(minutes=5))
    with pytest.raises(Conflict, match=r"genuine\.nobody"):
        await _checked(house, maria, code.digits)
    with pytest.raises(NotFound):
        await _code(house, sam, maria)


async def test_the_code_of_whose_assignment_has_ended_is_good_no_more(house: House) -> None:
    maria, dana = await a_person(house), await a_person(house, role=Role.PREPARER)
    other, cora = await a_person(house, role=Role.INTERPRETER), await a_person(house, role=Role.COORDINATOR)
    assignment_id = await an_assignment(house, dana, maria, role=Role.PREPARER)
    await an_assignment(house, other, maria, role=Role.INTERPRETER)
    code = await _code(house, dana, maria)
    async with house.transaction(cora) as session:
        await assigning.end(session, cora, assignment_id=assignment_id)
    assert await _checked(house, maria, code.digits) == Verdict(problem="genuine.wrong")


async def test_a_code_for_one_customer_is_wrong_for_another(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    dana = await a_person(house, role=Role.PREPARER)
    for customer in (maria, james):
        await an_assignment(house, dana, customer, role=Role.PREPARER)
    code, other = await _code(house, dana, maria), await _code(house, dana, james)
    if code.digits != other.digits:  # one time in a million they are the same
        assert await _checked(house, james, code.digits) == Verdict(problem="genuine.wrong")


async def test_both_of_a_joint_return_know_its_preparer(house: House) -> None:
    couple, dana = await a_couple(house), await a_person(house, role=Role.PREPARER)
    await joined(house, couple)
    async with house.transaction(couple.rosa) as session:
        review_id = (await asking.ask(session, couple.rosa, return_id=couple.return_id)).id
    async with house.transaction(dana) as session:
        await taking.take(session, dana, review_id=review_id)
    code = await _code(house, dana, couple.rosa)
    for person in (couple.rosa, couple.sam):
        seer = (await _checked(house, person, code.digits)).seer
        assert seer
        assert seer.staff_id == dana.person_id


async def test_wrong_codes_are_written_down_and_after_five_also_the_right_one_waits(
    house: House, clock: FixedClock
) -> None:
    maria, dana = await a_person(house), await a_person(house, role=Role.PREPARER)
    await an_assignment(house, dana, maria, role=Role.PREPARER)
    code = await _code(house, dana, maria)
    for typed in ("", "12345", "1234567", "12a456", "²²²²²²"):
        with pytest.raises(Invalid, match=r"genuine\.six_digits"):
            await _checked(house, maria, typed)
    for _ in range(WRONG_ONES):
        assert await _checked(house, maria, _another(code.digits)) == Verdict(problem="genuine.wrong")
    with pytest.raises(Invalid, match=r"genuine\.too_often"):
        await _checked(house, maria, code.digits)
    acts = [row["act"] for row in await everything(house, maria, "audit_record")]
    assert acts.count("genuine.refused") == WRONG_ONES
    assert "genuine.code" in acts
    clock.advance(WITHIN)
    code = await _code(house, dana, maria)
    assert (await _checked(house, maria, code.digits)).seer


async def test_who_is_nobody_of_ours_shows_no_code_and_a_guest_checks_none(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    with pytest.raises(NotAllowed):
        await _code(house, james, maria)
    with pytest.raises(NotAllowed):
        async with house.transaction(Guest()) as session:
            await checking.check(session, Guest(), "123456")  # type: ignore[arg-type]  # on purpose


async def test_a_careless_query_finds_no_code_of_others_and_makes_none(house: House, clock: FixedClock) -> None:
    maria, james = await a_person(house), await a_person(house)
    dana, eve = await a_person(house, role=Role.PREPARER), await a_person(house, role=Role.PREPARER)
    await an_assignment(house, dana, maria, role=Role.PREPARER)
    await _code(house, dana, maria)
    seen = [len(await everything(house, each, "genuine_code")) for each in (maria, dana, james, eve)]
    assert seen == [1, 1, 0, 0]
    forging = """insert into genuine_code (id, customer_id, staff_id, code_sealed, expires_at)
                 values (:id, :customer, :staff, 'x', :until)"""
    for who, customer, until in (
        (eve, maria, clock.now()),
        (james, james, clock.now()),
        (dana, james, clock.now()),
    ):
        given = {"id": new_id(), "customer": customer.person_id, "staff": who.person_id, "until": until}
        with pytest.raises(DBAPIError, match="row-level security"):
            await ask(house, who, forging, **given)
    for who in (maria, eve):
        await ask(house, who, "update genuine_code set expires_at = now() + interval '1 year'")
        await ask(house, who, "delete from genuine_code")
    assert [row["expires_at"] for row in await everything(house, dana, "genuine_code")] == [clock.now() + LASTS]
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, dana, "update genuine_code set expires_at = app_now() + interval '1 hour'")


async def test_codes_that_are_over_are_deleted(house: House, clock: FixedClock) -> None:
    maria, dana = await a_person(house), await a_person(house, role=Role.PREPARER)
    await an_assignment(house, dana, maria, role=Role.PREPARER)
    await _code(house, dana, maria)
    clock.advance(LASTS)
    await retention.delete_what_is_over(house)
    assert await everything(house, dana, "genuine_code") == []
