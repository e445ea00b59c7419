"""A customer invites somebody from outside: what the letter holds, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.clock import FixedClock
from services.errors import Invalid, NotAllowed, NotFound
from services.house import House
from services.trust import answering, ending, inviting, keeping
from services.trust.rows import ACCEPTED_WITHIN, State
from services.trust.wishes import Wish, problems_in
from services.visitor import Guest, Person
from services.words import moment
from tests.factories import an_address
from tests.services.feedback.mailroom import letters_of
from tests.services.trust.trusting import NAME, customers_of, invited, real_person, trust, wish_for


async def _states(house: House, customer: Person) -> list[State]:
    async with house.transaction(customer) as session:
        return [each.state for each in await keeping.accesses(session, customer)]


async def test_the_letter_holds_the_name_and_a_link_and_nothing_else_of_the_customer(house: House) -> None:
    own, address = an_address(), an_address()
    customer = await real_person(house, own)
    async with house.transaction(customer) as session:
        await inviting.invite(session, customer, wish_for(address))
    [letter] = await letters_of(house)
    written = letter.get_content()
    assert letter["To"] == address
    assert NAME in written
    assert "/trusted/invitation?token=" in written
    assert own not in str(letter)
    assert "estimate" not in str(letter)


@pytest.mark.parametrize(("days", "answered_within"), [("1", 1), ("30", 7)])
async def test_the_letter_says_until_when_its_link_works_as_the_page_of_the_customer_does(
    house: House, days: str, answered_within: int
) -> None:
    customer = await real_person(house, an_address())
    async with house.transaction(customer) as session:
        await inviting.invite(session, customer, replace(wish_for(an_address()), days=days))
        [access] = await keeping.accesses(session, customer)
    [letter] = await letters_of(house)
    until = moment(house.clock.now() + timedelta(days=answered_within))
    assert f"works once, and until {until}." in " ".join(letter.get_content().split())
    assert moment(access.answer_until) == until


async def test_the_invited_person_alone_accepts_and_once(house: House) -> None:
    address = an_address()
    customer = await real_person(house, an_address())
    token = await invited(house, customer, wish_for(address))
    stranger = await real_person(house, an_address())
    assert not (await answering.look(house, Guest(), token=token)).is_theirs
    for other in (stranger, customer):
        with pytest.raises(NotAllowed):
            await answering.accept(house, other, token=token)
    sam = await real_person(house, address)
    assert (await answering.look(house, sam, token=token)).is_theirs
    await answering.accept(house, sam, token=token)
    assert [each.name for each in await customers_of(house, sam)] == [NAME]
    assert await customers_of(house, stranger) == []
    with pytest.raises(NotFound):
        await answering.accept(house, sam, token=token)


async def test_a_link_is_good_for_seven_days(house: House, clock: FixedClock) -> None:
    address = an_address()
    customer, sam = await real_person(house, an_address()), await real_person(house, address)
    token = await invited(house, customer, wish_for(address))
    clock.advance(ACCEPTED_WITHIN - timedelta(seconds=1))
    assert (await answering.look(house, sam, token=token)).name == NAME
    clock.advance(timedelta(seconds=1))
    with pytest.raises(NotFound):
        await answering.accept(house, sam, token=token)
    assert await _states(house, customer) == [State.LAPSED]


async def test_an_invitation_for_a_day_is_not_accepted_after_it(house: House, clock: FixedClock) -> None:
    address = an_address()
    customer, sam = await real_person(house, an_address()), await real_person(house, address)
    token = await invited(house, customer, wish_for(address, days="1"))
    clock.advance(timedelta(days=1))
    with pytest.raises(NotFound):
        await answering.accept(house, sam, token=token)


async def test_whoever_holds_the_letter_can_say_no_and_the_customer_is_told(house: House) -> None:
    own, address = an_address(), an_address()
    customer = await real_person(house, own)
    token = await invited(house, customer, wish_for(address))
    await answering.decline(house, token=token)
    [letter] = await letters_of(house)
    assert letter["To"] == own
    assert f"invited {address}" in letter.get_content().replace("\n", " ")
    assert "They said no" in letter.get_content()
    with pytest.raises(NotFound):
        await answering.look(house, Guest(), token=token)
    with pytest.raises(NotFound):
        await answering.decline(house, token=token)


async def test_a_customer_takes_an_invitation_back_and_its_link_is_dead(house: House) -> None:
    customer = await real_person(house, an_address())
    token = await invited(house, customer, wish_for(an_address()))
    async with house.transaction(customer) as session:
        [there] = await keeping.accesses(session, customer)
        await keeping.end(session, customer, access_id=there.id)
    with pytest.raises(NotFound):
        await answering.look(house, Guest(), token=token)


async def test_nobody_invites_themselves_or_somebody_twice(house: House) -> None:
    own, address = an_address(), an_address()
    customer = await real_person(house, own)
    await invited(house, customer, wish_for(address))
    for wrong, code in ((own, "trust.yourself"), (address.upper(), "trust.there_already")):
        async with house.transaction(customer) as session:
            with pytest.raises(Invalid, match=code):
                await inviting.invite(session, customer, wish_for(wrong))


async def test_ten_can_help_at_once_and_ten_letters_go_out_within_a_day(house: House, clock: FixedClock) -> None:
    customer = await real_person(house, an_address())

    async def one_more() -> None:
        async with house.transaction(customer) as session:
            await inviting.invite(session, customer, wish_for(an_address(), days="90"))

    for _ in range(inviting.MOST_OPEN):
        await one_more()
    with pytest.raises(Invalid, match=r"trust\.too_many"):
        await one_more()
    async with house.transaction(customer) as session:
        for each in await keeping.accesses(session, customer):
            await keeping.end(session, customer, access_id=each.id)
    with pytest.raises(Invalid, match=r"trust\.too_often"):
        await one_more()
    clock.advance(timedelta(days=1))
    await one_more()


async def test_what_did_not_come_to_anything_is_written_down_by_itself(house: House, clock: FixedClock) -> None:
    customer = await real_person(house, an_address())
    await invited(house, customer, wish_for(an_address(), days="90"))
    clock.advance(ACCEPTED_WITHIN)
    await ending.end_what_is_over(house)
    assert await _states(house, customer) == [State.ENDED]
    assert await letters_of(house) == []


async def test_who_accepts_is_told_to_the_customer(house: House) -> None:
    given = await trust(house)
    [letter] = await letters_of(house)
    assert letter["To"] == given.customers_address
    assert f"{given.address} accepted your invitation" in letter.get_content()


@pytest.mark.parametrize(
    "name", ["Rosa Diaz", "Rosa M. Díaz-Ruiz", "Seán O’Brien", "Rosa D.", "Nguyễn Thị Minh", "Martin Luther King, Jr."]
)
def test_a_name_of_letters_is_taken(name: str) -> None:
    assert not problems_in(Wish("sam@people.example", name, "other", "see", "", "7"))


@pytest.mark.parametrize(
    "name",
    ["", " ", "Rosa\nBcc: x@y.example", "http://free.example", "free.example/x", "Call 555", "x" * 61, "<b>Rosa"],
)
def test_a_name_that_could_carry_something_else_into_the_letter_is_refused(name: str) -> None:
    [problem] = problems_in(Wish("sam@people.example", name, "other", "see", "", "7"))
    assert (problem.field, problem.code) == ("signed", "trust.no_name")


def test_everything_that_is_missing_is_said_at_once() -> None:
    fields = ["email", "signed", "helper", "estimates", "days"]
    assert [problem.field for problem in problems_in(Wish(estimates="none"))] == fields
