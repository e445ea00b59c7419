"""Row-level security of reviews, asked by careless queries: no `where`, no service, as the app's own role."""

from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from db.types import new_id
from db.values.people import Role
from services.house import House
from services.reviews import asking
from services.visitor import Guest, Partner, Person, System, Visitor
from tests.db.asking import ask, everything
from tests.factories import a_guest, a_person
from tests.services.feedback.mailroom import empty
from tests.services.reviews.reviewing import a_preparer, a_return, asked, take
from tests.services.trust.trusting import trust

pytestmark = pytest.mark.usefixtures("nobody_works_here")
TABLES = ("review", "review_event")


@pytest.mark.parametrize("table", TABLES)
async def test_nobody_but_the_customer_and_their_preparer_sees_what_was_written(house: House, table: str) -> None:
    review, dana, paul = await asked(house), await a_preparer(house), await a_preparer(house)
    await take(house, dana, review)
    for visitor in (review.maria, dana):
        assert await everything(house, visitor, table) != []
    others: list[Visitor] = [paul, Guest(), await a_guest(house), await a_person(house)]
    for other in (*others, Partner(new_id()), System("mail")):
        assert await everything(house, other, table) == []
    for role in (Role.COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPPORT_AGENT):
        assert await everything(house, await a_person(house, role=role), "review_event") == []


@pytest.mark.parametrize("table", TABLES)
async def test_who_may_see_the_return_of_somebody_who_trusts_them_sees_no_review(house: House, table: str) -> None:
    await empty(house)
    there = await trust(house)
    return_id = await a_return(house, there.customer)
    async with house.transaction(there.customer) as session:
        await asking.ask(session, there.customer, return_id=return_id)
    assert await everything(house, there.trusted, "tax_return") != []
    assert await everything(house, there.trusted, table) == []


async def test_of_a_review_that_waits_a_preparer_sees_how_the_customer_talks_and_nothing_of_their_return(
    house: House,
) -> None:
    review, dana = await asked(house), await a_preparer(house)
    assert [row["id"] for row in await everything(house, dana, "review")] == [review.review_id]
    for table in ("review_event", "tax_return", "return_member", "preference", "communication_profile"):
        assert await everything(house, dana, table) == []
    [row] = await ask(house, dana, "select app_contact_of(:id) as sealed", id=review.maria.person_id)
    assert row["sealed"] is None
    sam = await a_person(house, role=Role.SUPPORT_AGENT)
    for visitor in (sam, await a_person(house)):
        [row] = await ask(house, visitor, "select app_waits_for_review(:id) as answer", id=review.maria.person_id)
        assert row["answer"] is False


async def test_a_customer_approves_nothing_themselves_and_gives_no_preparer_a_review(house: House) -> None:
    review = await asked(house)
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, review.maria, "update review set state = 'approved'")
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, review.maria, "update review set state = 'closed'")
    with pytest.raises(DBAPIError, match="row-level security"):
        await _write(house, review.maria, review.review_id, "approved")


async def test_a_preparer_is_assigned_by_a_review_that_they_took_and_by_no_other(house: House) -> None:
    review, dana, paul = await asked(house), await a_preparer(house), await a_preparer(house)
    assigning = """insert into assignment (id, customer_id, staff_id, role, begun_at, begun_by)
                   values (:id, :customer, :staff, :role, now(), :staff)"""
    await take(house, dana, review)
    customer = review.maria.person_id
    for staff, role in ((paul, "preparer"), (dana, "support_agent")):
        given = {"customer": customer, "staff": staff.person_id, "role": role}
        with pytest.raises(DBAPIError, match="row-level security"):
            await ask(house, staff, assigning, id=new_id(), **given)
    with pytest.raises(DBAPIError, match="row-level security"):
        await _write(house, paul, review.review_id, "note")


async def test_nobody_takes_a_review_for_a_colleague_or_from_one(house: House) -> None:
    review, dana, paul = await asked(house), await a_preparer(house), await a_preparer(house)
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, dana, "update review set preparer_id = :id", id=paul.person_id)
    await take(house, dana, review)
    await ask(house, paul, "update review set preparer_id = :id, looked_revision = 99", id=paul.person_id)
    [row] = await everything(house, review.maria, "review")
    assert (row["preparer_id"], row["looked_revision"]) == (dana.person_id, None)


@pytest.mark.parametrize("verb", ["delete from review_event", "update review_event set step = 'approved'"])
async def test_what_was_done_can_not_be_undone(house: House, verb: str) -> None:
    review = await asked(house)
    with pytest.raises(DBAPIError, match="permission denied"):
        await ask(house, review.maria, verb)


async def _write(house: House, who: Person, review_id: UUID, step: str) -> None:
    writing = """insert into review_event (id, review_id, step, actor_id, happened_at)
                 values (:id, :review_id, :step, :actor, now())"""
    await ask(house, who, writing, id=new_id(), review_id=review_id, step=step, actor=who.person_id)
