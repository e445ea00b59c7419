"""A person's session ends when it is not used, and each use puts that off; a guest's does not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.accounts.sessions import TimeLeft
from services.clock import FixedClock
from services.house import House
from services.visitor import Guest, Person
from tests.factories import a_guest, a_person

IDLE = timedelta(minutes=30)
ALMOST = IDLE - timedelta(minutes=1)


async def _here(house: House, visitor: Person | Guest, *, is_use: bool = True) -> Person | Guest | None:
    assert visitor.session_id
    async with house.transaction(DOOR) as session:
        return await sessions.still_open(session, visitor.session_id, is_use=is_use)


async def _left(house: House, person: Person) -> TimeLeft | None:
    async with house.transaction(person) as session:
        return await sessions.time_left(session, person)


@pytest.mark.parametrize(("minutes", "warned"), [(30, 2), (3, 2), (2, 1), (0.5, 0.25)])
async def test_people_are_warned_two_minutes_before_and_never_from_the_beginning(
    house: House, minutes: float, warned: float
) -> None:
    impatient = replace(house, settings=house.settings.model_copy(update={"idle_minutes": minutes}))
    async with impatient.transaction(DOOR) as session:
        assert sessions.warned_before(session) == timedelta(minutes=warned)


async def test_who_does_nothing_for_half_an_hour_is_signed_out(house: House, clock: FixedClock) -> None:
    person = await a_person(house)
    assert await _left(house, person) == TimeLeft(IDLE, by_use=True)
    clock.advance(ALMOST)
    assert await _left(house, person) == TimeLeft(IDLE - ALMOST, by_use=True)
    clock.advance(IDLE - ALMOST)
    assert await _left(house, person) is None
    assert await _here(house, person) is None


async def test_each_use_puts_the_end_off_until_a_day_is_over(house: House, clock: FixedClock) -> None:
    person = await a_person(house)
    times = sessions.PERSON_STAYS // ALMOST
    assert times > 10  # WCAG 2.2.1
    for _ in range(times):
        clock.advance(ALMOST)
        assert await _here(house, person) == person
    left = sessions.PERSON_STAYS - times * ALMOST
    assert await _left(house, person) == TimeLeft(left, by_use=False)
    clock.advance(left)
    assert await _here(house, person) is None


async def test_who_shows_again_that_it_is_them_stays_for_another_day(house: House, clock: FixedClock) -> None:
    assert timedelta(hours=20) < sessions.PERSON_STAYS <= timedelta(hours=24)  # WCAG 2.2.1; NIST SP 800-63B-4, 2.2.3
    person = await a_person(house)
    for _ in range(sessions.PERSON_STAYS // ALMOST):
        clock.advance(ALMOST)
        await _here(house, person)
    with house.shared.listening(sessions.news_of(person.session_id)) as news:
        async with house.transaction(DOOR) as session:
            opened = await sessions.prove(session, person)
        assert news.get_nowait().decode() == sessions.News.USED  # its open pages take their warning back
    assert opened.lasts == sessions.PERSON_STAYS
    assert await _here(house, person) == person
    left = await _left(house, person)
    assert left
    assert left.by_use


async def test_what_a_page_does_by_itself_is_no_use(house: House, clock: FixedClock) -> None:
    person = await a_person(house)
    clock.advance(ALMOST)
    assert await _here(house, person, is_use=False) == person
    clock.advance(IDLE - ALMOST)
    assert await _here(house, person) is None


async def test_a_guest_may_be_away_for_days(house: House, clock: FixedClock) -> None:
    guest = await a_guest(house)
    clock.advance(sessions.GUEST_STAYS - timedelta(seconds=1))
    assert await _here(house, guest) == guest


async def test_other_pages_of_the_session_hear_of_a_use(house: House, clock: FixedClock) -> None:
    person = await a_person(house)
    with house.shared.listening(sessions.news_of(person.session_id)) as news:
        await _here(house, person)
        assert news.empty()  # it was used just now
        clock.advance(ALMOST)
        await _here(house, person)
        assert news.get_nowait().decode() == sessions.News.USED
