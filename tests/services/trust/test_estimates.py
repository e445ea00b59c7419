"""A trusted person at the estimate of a customer: what they were given, on the record, and nothing else."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from db.engine import libpq_url
from db.tables.returns import ReturnChange, ReturnMember
from db.types import new_id
from db.values.trust import Right
from services.accounts import enrolment
from services.audit.looking import looks_at
from services.clock import FixedClock
from services.errors import NotAllowed, NotFound
from services.house import House
from services.returns import helped, opening
from services.returns.answering import save_answer
from services.returns.estimate import Estimate
from services.returns.filed import marking
from services.returns.filed.standing import LastFiled, last_filed
from services.trust import answering, helping, keeping
from services.visitor import Guest, Person, Visitor
from tests.database import DatabaseUrls
from tests.db.asking import ask, everything
from tests.factories import a_guest, a_person, an_estimate
from tests.services.reviews.reviewing import a_return
from tests.services.trust.trusting import NAME, Trust, customers_of, invited, trust, wish_for

WAGES = "taxpayer.wages"


async def _opens(house: House, visitor: Person | Guest, return_id: UUID, *, tax_year: int = 2025) -> Estimate:
    async with house.transaction(visitor) as session:
        return await opening.estimate_for(session, visitor, tax_year=tax_year, return_id=return_id)


async def _changes(house: House, visitor: Person | Guest, return_id: UUID, wages: str = "31200") -> Estimate:
    async with house.transaction(visitor) as session:
        return await save_answer(session, visitor, Decimal(wages), return_id=return_id, path=WAGES)


async def _ends(house: House, given: Trust) -> None:
    async with house.transaction(given.customer) as session:
        await keeping.end(session, given.customer, access_id=given.access_id)


async def test_who_may_look_sees_whose_it_is_and_changes_nothing(house: House) -> None:
    given = await trust(house)
    return_id = await an_estimate(house, given.customer)
    opened = await _opens(house, given.trusted, return_id)
    assert opened.helping is not None
    assert (opened.helping.name, opened.may_change) == (NAME, False)
    with pytest.raises(NotAllowed, match=r"trust\.read_only"):
        await _changes(house, given.trusted, return_id)
    assert (await _opens(house, given.customer, return_id)).revision == 1


async def test_a_change_is_recorded_as_made_by_them_and_the_owner_reads_who(house: House) -> None:
    given = await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    assert (await _opens(house, given.trusted, return_id)).may_change
    await _changes(house, given.trusted, return_id)
    await _changes(house, given.customer, return_id, "31300")
    own = await _opens(house, given.customer, return_id)
    assert own.answers.taxpayer.wages == Decimal(31300)
    assert [(each.path, each.who) for each in own.by_others] == [(WAGES, given.address)]
    async with house.transaction(given.customer) as session:
        by = list(await session.exec(select(ReturnChange.account_id).order_by("revision")))
    assert by == [given.trusted.person_id, given.customer.person_id]


async def test_each_look_and_change_is_in_the_audit_trail(house: House, database_urls: DatabaseUrls) -> None:
    given = await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    await _opens(house, given.trusted, return_id)
    await _changes(house, given.trusted, return_id)
    with psycopg.connect(libpq_url(database_urls.owner)) as connection:
        query = "select act from audit_record where actor_id = %s and subject_id = %s order by id"
        found = connection.execute(query, [str(given.trusted.person_id), return_id]).fetchall()
    assert found == [("estimate.see",), ("estimate.changed",)]


@pytest.mark.parametrize(("has_result", "act"), [(True, "estimate.taken"), (False, "estimate.see")])
async def test_the_owner_reads_that_their_result_was_taken_as_a_file(
    house: House, act: str, *, has_result: bool
) -> None:
    given = await trust(house, estimates="change")
    return_id = await (a_return if has_result else an_estimate)(house, given.customer)
    async with house.transaction(given.trusted) as session:
        who = given.trusted
        await opening.estimate_for(session, who, tax_year=2025, return_id=return_id, act="estimate.taken")
    async with house.transaction(given.customer) as session:
        looks = await looks_at(session, given.customer)
    assert [(each.act, each.name) for each in looks.listed] == [(act, given.address)]


async def test_the_customer_reads_what_they_did_and_at_which_address(house: House) -> None:
    given = await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    await _opens(house, given.trusted, return_id)
    await _changes(house, given.trusted, return_id)
    async with house.transaction(given.customer) as session:
        looks = await looks_at(session, given.customer)
    assert [(each.act, each.name, each.reason) for each in looks.listed] == [
        ("estimate.changed", given.address, "trusted"),
        ("estimate.see", given.address, "trusted"),
    ]


async def test_it_is_found_by_its_id_alone_and_is_never_among_their_own(house: House) -> None:
    given = await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    async with house.transaction(given.trusted) as session:
        assert await opening.begun_years(session, given.trusted) == frozenset()
        with pytest.raises(NotFound):
            await opening.estimate_for(session, given.trusted, tax_year=2025)
    own = await an_estimate(house, given.trusted)
    assert own != return_id
    with pytest.raises(NotFound):
        await _opens(house, given.trusted, return_id, tax_year=2026)
    [there] = await customers_of(house, given.trusted)
    async with house.transaction(given.trusted) as session:
        years = await helped.years(session, given.trusted, there)
    assert [each.return_id for each in years] == [return_id]


@pytest.mark.parametrize("asks", [_opens, _changes])
async def test_for_all_others_it_is_as_a_made_up_one(house: House, asks: object) -> None:
    given, other = await trust(house, estimates="change"), await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    for visitor in (other.trusted, other.customer, await a_person(house), await a_guest(house)):
        for each in (return_id, new_id()):
            with pytest.raises(NotFound, match="not_found"):
                await asks(house, visitor, each)  # type: ignore[operator]  # one of the two above
    with pytest.raises(NotFound, match="not_found"):
        await asks(house, given.trusted, new_id())  # type: ignore[operator]


async def test_what_was_not_given_is_not_there(house: House) -> None:
    given = await trust(house, estimates="none", talk="on")
    return_id = await an_estimate(house, given.customer)
    with pytest.raises(NotFound):
        await _opens(house, given.trusted, return_id)
    [there] = await customers_of(house, given.trusted)
    async with house.transaction(given.trusted) as session:
        assert await helped.years(session, given.trusted, there) == []


async def test_after_the_end_a_change_is_refused_with_a_sentence_and_a_look_finds_nothing(house: House) -> None:
    given = await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    await _changes(house, given.trusted, return_id)
    await _ends(house, given)
    with pytest.raises(NotAllowed, match=r"trust\.no_more"):
        await _changes(house, given.trusted, return_id)
    with pytest.raises(NotFound):
        await _opens(house, given.trusted, return_id)


async def test_on_the_second_at_which_it_is_over_nothing_can_be_done(house: House, clock: FixedClock) -> None:
    given = await trust(house, estimates="change", days="1")
    return_id = await an_estimate(house, given.customer)
    clock.advance(timedelta(days=1, seconds=-1))
    await _changes(house, given.trusted, return_id)
    clock.advance(timedelta(seconds=1))
    with pytest.raises(NotAllowed, match=r"trust\.no_more"):
        await _changes(house, given.trusted, return_id)


async def test_the_customer_sees_when_it_was_used(house: House, clock: FixedClock) -> None:
    given = await trust(house)
    return_id = await an_estimate(house, given.customer)
    clock.advance(timedelta(hours=1))
    await _opens(house, given.trusted, return_id)
    async with house.transaction(given.customer) as session:
        [there] = await keeping.accesses(session, given.customer)
    assert there.last_used_at == clock.now()


async def test_rights_that_were_taken_away_hold_no_more(house: House) -> None:
    given = await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    async with house.transaction(given.customer) as session:
        await keeping.change_rights(session, given.customer, {Right.SEE_ESTIMATES}, access_id=given.access_id)
    with pytest.raises(NotAllowed, match=r"trust\.read_only"):
        await _changes(house, given.trusted, return_id)


async def _seen(house: House, visitor: Visitor, table: str) -> int:
    return len(await everything(house, visitor, table))


async def test_a_careless_query_finds_what_was_given_and_as_long_as_it_lasts(house: House, clock: FixedClock) -> None:
    given, over = await trust(house), await trust(house, days="1")
    other = await trust(house, estimates="none", talk="on")
    for each in (given, over, other):
        await an_estimate(house, each.customer)
    clock.advance(timedelta(days=1))
    assert [await _seen(house, each.trusted, "tax_return") for each in (given, over, other)] == [1, 0, 0]
    assert [await _seen(house, each.trusted, "return_member") for each in (given, over, other)] == [1, 0, 0]
    await _ends(house, given)
    assert await _seen(house, given.trusted, "tax_return") == 0


async def test_a_careless_change_reaches_what_was_given_for_changing_only(house: House) -> None:
    to_look, to_change = await trust(house), await trust(house, estimates="change")
    for given, revision in ((to_look, 1), (to_change, 99)):
        await an_estimate(house, given.customer)
        await ask(house, given.trusted, "update tax_return set revision = 99")
        [row] = await ask(house, given.customer, "select revision from tax_return")
        assert row["revision"] == revision


async def test_who_is_trusted_deletes_nothing_and_joins_no_return(house: House) -> None:
    given = await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    await ask(house, given.trusted, "delete from tax_return")
    assert await _seen(house, given.customer, "tax_return") == 1
    await ask(house, given.trusted, "update return_member set account_id = app_account()")
    assert await _seen(house, given.customer, "return_member") == 1
    joining = "insert into return_member (id, return_id, account_id) values (:id, :return_id, :account_id)"
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, given.trusted, joining, id=new_id(), return_id=return_id, account_id=given.trusted.person_id)


async def test_nobody_writes_a_change_in_the_name_of_the_customer(house: House) -> None:
    given = await trust(house, estimates="change")
    return_id = await an_estimate(house, given.customer)
    writing = """insert into return_change (id, return_id, revision, change_sealed, account_id, changed_at)
                 values (:id, :return_id, 2, '', :account_id, now())"""
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, given.trusted, writing, id=new_id(), return_id=return_id, account_id=given.customer.person_id)


async def test_the_name_and_the_address_are_sealed(house: House) -> None:
    given = await trust(house)
    [row] = await ask(house, given.customer, "select * from trusted_access")
    kept = json.dumps({name: str(value) for name, value in row.items()})
    assert NAME not in kept
    assert given.address not in kept
    async with house.transaction(given.trusted) as session:
        assert [each.name for each in await helping.customers(session, given.trusted)] == [NAME]


async def test_who_may_look_learns_on_which_day_it_was_filed_and_nothing_of_what_was_filed(house: House) -> None:
    given, stranger = await trust(house), await a_person(house)
    return_id = await a_return(house, given.customer)
    opened = await _opens(house, given.trusted, return_id)
    async with house.transaction(given.trusted) as session:
        assert await last_filed(session, opened) is None
    today = house.clock.now().date()
    async with house.transaction(given.customer) as session:
        await marking.mark(session, given.customer, return_id=return_id, filed_on=today, reason="")
    async with house.transaction(given.trusted) as session:
        assert await last_filed(session, opened) == LastFiled(today, is_amended=False, by_others=True)
    assert await everything(house, given.trusted, "filed_return") == []
    async with house.transaction(given.customer) as session:
        own = await last_filed(session, replace(opened, helping=None))
    assert own
    assert (own.on, own.outcome, own.change, own.is_changed) == (today, 565_00, 565_00, False)
    days = "select app_days_filed(:id) as filed_on"
    assert await ask(house, stranger, days, id=return_id) == []


async def test_a_joint_return_opens_only_when_both_trust_the_same_person(house: House) -> None:
    given, james = await trust(house, estimates="change"), await a_person(house)
    joint = await an_estimate(house, given.customer)
    async with house.transaction(enrolment.DOOR) as session:
        session.add(ReturnMember(return_id=joint, account_id=james.person_id))
    for asks in (_opens, _changes):
        with pytest.raises(NotFound, match="not_found"):
            await asks(house, given.trusted, joint)
    [there] = await customers_of(house, given.trusted)
    async with house.transaction(given.trusted) as session:
        assert await helped.years(session, given.trusted, there) == []
    assert await _seen(house, given.trusted, "tax_return") == 0

    token = await invited(house, james, wish_for(given.address, estimates="see"))
    await answering.accept(house, given.trusted, token=token)
    assert (await _opens(house, given.trusted, joint)).may_change is False
    with pytest.raises(NotAllowed, match=r"trust\.read_only"):
        await _changes(house, given.trusted, joint)
    for person in (given.customer, james):
        async with house.transaction(person) as session:
            looks = (await looks_at(session, person)).listed
        assert [(each.act, each.name) for each in looks] == [("estimate.see", given.address)]
    async with house.transaction(james) as session:
        [access] = await keeping.accesses(session, james)
        await keeping.end(session, james, access_id=access.id)
    with pytest.raises(NotFound):
        await _opens(house, given.trusted, joint)
