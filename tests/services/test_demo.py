"""The made-up people of the demo show what the real ones will see."""

from db.types import new_id
from services import demo
from services.accounts import enrolment
from services.finder import Place
from services.house import House
from services.returns import opening
from services.visitor import Person


async def test_rosa_has_an_estimate_and_two_costs_that_are_judged(house: House) -> None:
    await demo.load(house)
    async with house.transaction(enrolment.DOOR) as session:
        account = await enrolment.account_at(session, "rosa@demo.example")
    assert account
    rosa = Person(account.id, new_id())
    async with house.transaction(rosa) as session:
        seen = await opening.estimate_for(session, rosa, tax_year=2025)
    assert [one.verdict and one.verdict.place for one in seen.costs.judged] == [Place.MEDICAL, Place.WORK]
    assert seen.result
    assert seen.result.refund == 565_00
