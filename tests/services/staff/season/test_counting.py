"""The numbers of the season: right for who oversees, rounded for others, and nobody's for everybody else."""

from datetime import date

import pytest

from db.values.people import Role
from services.errors import NotAllowed
from services.house import House
from services.reviews import asking
from services.staff.finding.wanted import Progress, Wanted
from services.staff.season import counting
from services.staff.season.counting import Season, season
from services.visitor import Guest, Person
from tests.db.asking import ask
from tests.factories import a_guest, a_person, an_estimate
from tests.services.reviews.reviewing import a_return, answered, asked, take
from tests.services.staff.finding.having import a_customer, a_filed_return, found_by

OVERSEEING = (Role.COORDINATOR, Role.ADMINISTRATOR)
ROUNDED = (Role.PREPARER, Role.SUPPORT_AGENT, Role.AUDITOR)


async def _begun(house: House, number: int, *, talk: str, finished: int = 0) -> None:
    for place in range(number):
        person = await a_customer(house, talk=talk)
        return_id = await an_estimate(house, person)
        if place < finished:
            now = house.clock.now()
            await ask(house, person, "update tax_return set finished_at = :now where id = :id", now=now, id=return_id)


async def _told(house: House, role: Role, year: int = 2025) -> Season:
    return await season(house, await a_person(house, role=role), year=year)


@pytest.mark.parametrize("role", OVERSEEING)
async def test_who_oversees_reads_exact_numbers(own_house: House, role: Role) -> None:
    await _begun(own_house, 3, talk="VRI", finished=2)
    await _begun(own_house, 1, talk="Text_Only")
    await an_estimate(own_house, await a_guest(own_house))
    await asked(own_house)
    told = await _told(own_house, role)
    assert told.is_exact
    assert [(line.label, line.started, line.finished, line.waiting) for line in told.talks] == [
        ("Text_Only", 2, 0, 1),
        ("VRI", 3, 2, 0),
    ]
    assert [(line.label, line.started, line.finished) for line in told.years] == [("2025", 5, 2)]
    assert len(told.weeks) == counting.WEEKS
    assert told.weeks[-1].label == "2026-02-02"
    assert [(line.started, line.finished, line.waiting) for line in told.weeks[-2:]] == [(0, 0, 0), (5, 2, 1)]


@pytest.mark.parametrize("role", ROUNDED)
async def test_who_does_not_reads_numbers_to_the_nearest_five_and_no_small_one(own_house: House, role: Role) -> None:
    await _begun(own_house, 6, talk="VRI", finished=4)
    await _begun(own_house, 1, talk="Text_Only")
    told = await _told(own_house, role)
    assert not told.is_exact
    assert [(line.label, line.started, line.finished) for line in told.talks] == [
        ("Text_Only", None, None),
        ("VRI", 5, None),
    ]
    assert [line.started for line in told.years] == [5]
    careless = await ask(
        own_house, await a_person(own_house, role=role), "select * from app_season(2025, '2026-01-01')"
    )
    assert {row["started"] for row in careless} <= {-1, 5}


async def test_a_return_counts_as_finished_while_no_answer_could_change_its_result(own_house: House) -> None:
    maria = await a_customer(own_house, talk="VRI")
    return_id = await a_return(own_house, maria)
    counted = [await _finished(own_house)]
    for path in ("taxpayer.blind", "taxpayer.can_be_claimed_as_dependent"):
        await answered(own_house, maria, return_id, path, value=False)
    for value in (True, False, True):
        await answered(own_house, maria, return_id, "everything_told", value)
        counted.append(await _finished(own_house))
    assert counted == [0, 1, 0, 1]


async def _finished(house: House) -> int | None:
    await house.shared.forget("season.ended.2025.exact")
    [year] = (await _told(house, Role.COORDINATOR)).years
    return year.finished


async def test_a_return_counts_as_filed_in_the_week_in_which_its_customer_filed_it(own_house: House) -> None:
    maria = await a_customer(own_house, talk="VRI")
    await a_filed_return(own_house, maria, date(2026, 1, 28), date(2026, 2, 3))
    told = await _told(own_house, Role.COORDINATOR)
    assert [line.filed for line in told.weeks[-2:]] == [1, 0], "amended, it is still one return"
    assert [line.filed for line in (*told.talks, *told.years)] == [1, 1]
    assert [line.filed for line in (await _told(own_house, Role.PREPARER)).years] == [None]


async def test_reviews_are_told_apart_by_how_they_ended_with_the_time_of_half_and_of_nine_in_ten(
    own_house: House,
) -> None:
    for state, hours in (("approved", 2), ("approved", 4), ("approved", 30), ("closed", 8)):
        await _ended(own_house, state, hours)
    taken_back = await asked(own_house)
    async with own_house.transaction(taken_back.maria) as session:
        await asking.withdraw(session, taken_back.maria, review_id=taken_back.review_id)
    approved, closed, withdrawn = (await _told(own_house, Role.COORDINATOR)).ended
    assert (approved.state, approved.reviews, approved.half_hours) == ("approved", 3, 4)
    assert approved.most_hours == pytest.approx(24.8)
    assert (closed.state, closed.reviews, closed.half_hours, closed.most_hours) == ("closed", 1, 8, 8)
    assert (withdrawn.state, withdrawn.reviews, withdrawn.half_hours) == ("withdrawn", 1, None)
    rough = (await _told(own_house, Role.PREPARER)).ended
    assert {(each.reviews, each.half_hours, each.most_hours) for each in rough} == {(None, None, None)}


async def test_before_any_review_has_ended_each_way_is_told_with_none(own_house: House) -> None:
    told = (await _told(own_house, Role.COORDINATOR)).ended
    assert [(each.state, each.reviews, each.half_hours) for each in told] == [
        ("approved", 0, None),
        ("closed", 0, None),
        ("withdrawn", 0, None),
    ]


async def _ended(house: House, state: str, hours: int) -> None:
    review, dana = await asked(house), await a_person(house, role=Role.PREPARER)
    await take(house, dana, review)
    ended = "update review set state = :state, ended_at = asked_at + make_interval(hours => :hours)"
    await ask(house, dana, f"{ended} where id = :id", state=state, hours=hours, id=review.review_id)


async def test_numbers_are_counted_once_a_minute(own_house: House) -> None:
    assert (await _told(own_house, Role.COORDINATOR)).years == []
    await _begun(own_house, 1, talk="VRI")
    assert (await _told(own_house, Role.COORDINATOR)).years == []
    assert [line.started for line in (await _told(own_house, Role.PREPARER)).years] == [None], "kept apart"
    await own_house.shared.forget("season.ended.2025.exact")
    assert [line.started for line in (await _told(own_house, Role.COORDINATOR)).years] == [1]


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.INTERPRETER, Role.INSURANCE_AGENT, Role.CONTENT_EDITOR])
async def test_everybody_else_reads_none(own_house: House, role: Role) -> None:
    await _begun(own_house, 1, talk="VRI")
    person: Person = await a_person(own_house, role=role)
    with pytest.raises(NotAllowed):
        await season(own_house, person, year=2025)
    for asker in (person, Guest()):
        assert await ask(own_house, asker, "select * from app_season(2025, '2026-01-01')") == []
        [times] = await ask(own_house, asker, "select * from app_review_times(2025)")
        assert set(times.values()) == {None}


async def test_a_return_in_review_is_found_as_such(own_house: House) -> None:
    review, cora = await asked(own_house), await a_person(own_house, role=Role.COORDINATOR)
    [one] = (await found_by(own_house, cora, Wanted(progress=Progress.WAITING))).listed
    assert (one.id, one.progress) == (review.maria.person_id, Progress.WAITING)
    for other in set(Progress) - {Progress.WAITING}:
        found = await found_by(own_house, cora, Wanted(progress=other))
        assert review.maria.person_id not in {each.id for each in found.listed}
