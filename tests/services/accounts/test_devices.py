"""A person sees where they are signed in, and ends what they want to end, and nobody else's."""

from datetime import timedelta

import pytest

from db.tables.people import Account
from services.accounts import sessions
from services.accounts.device_names import DeviceName, device_name
from services.accounts.devices import devices, sign_out_device, sign_out_others
from services.accounts.enrolment import DOOR
from services.clock import FixedClock
from services.errors import NotFound
from services.house import House
from services.visitor import Person
from tests.factories import a_person

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


async def _on_another(house: House, person: Person, user_agent: str = FIREFOX) -> Person:
    """The same person signs in on another device, and opens a page there."""
    async with house.transaction(DOOR) as session:
        opened = await sessions.open_for(session, await session.get_one(Account, person.person_id))
    async with house.transaction(DOOR) as session:
        await sessions.visitor_of(session, opened.token, device=device_name(user_agent))
    return opened.visitor


async def _open(house: House, person: Person) -> bool:
    async with house.transaction(DOOR) as session:
        return await sessions.still_open(session, person.session_id) == person


async def test_the_list_begins_with_this_device_and_says_what_the_others_are(house: House, clock: FixedClock) -> None:
    here = await a_person(house)
    began = clock.now()
    clock.advance(timedelta(minutes=20))
    other = await _on_another(house, here)
    async with house.transaction(here) as session:
        first, second = await devices(session, here)
    assert (first.id, first.is_here, first.signed_in_at) == (here.session_id, True, began)
    assert (second.id, second.is_here, second.signed_in_at) == (other.session_id, False, clock.now())
    assert second.name == DeviceName("Firefox", "Windows")


async def test_a_device_that_is_signed_out_or_too_old_is_not_listed(house: House, clock: FixedClock) -> None:
    first = await a_person(house)
    clock.advance(sessions.PERSON_STAYS)
    here = await _on_another(house, first)
    async with house.transaction(here) as session:
        assert [each.id for each in await devices(session, here)] == [here.session_id]


async def test_one_device_is_signed_out_and_no_other(house: House) -> None:
    here = await a_person(house)
    lost, kept = await _on_another(house, here), await _on_another(house, here)
    async with house.transaction(here) as session:
        assert await sign_out_device(session, here, device_id=lost.session_id) == lost.session_id
    assert [await _open(house, each) for each in (here, lost, kept)] == [True, False, True]


async def test_a_strangers_device_and_one_that_is_gone_look_the_same(house: House) -> None:
    here, stranger = await a_person(house), await a_person(house)
    gone = await _on_another(house, here)
    async with house.transaction(here) as session:
        await sign_out_device(session, here, device_id=gone.session_id)
    for nowhere in (stranger, gone):
        with pytest.raises(NotFound, match=r"device\.gone"):
            async with house.transaction(here) as session:
                await sign_out_device(session, here, device_id=nowhere.session_id)
    assert await _open(house, stranger)


async def test_everywhere_else_leaves_this_device_and_other_people_signed_in(house: House) -> None:
    here, stranger = await a_person(house), await a_person(house)
    others = [await _on_another(house, here) for _ in range(2)]
    async with house.transaction(here) as session:
        await sign_out_others(session, here)
    assert [await _open(house, each) for each in (here, stranger, *others)] == [True, True, False, False]


async def test_the_pages_of_a_session_hear_that_it_ended_once_it_is_kept(house: House) -> None:
    here = await a_person(house)
    lost = await _on_another(house, here)
    with (
        house.shared.listening(sessions.news_of(here.session_id)) as at_home,
        house.shared.listening(sessions.news_of(lost.session_id)) as elsewhere,
    ):
        async with house.transaction(here) as session:
            await sign_out_others(session, here)
            assert elsewhere.empty()
        assert elsewhere.get_nowait().decode() == sessions.News.SIGNED_OUT
        async with house.transaction(here) as session:
            await sign_out_others(session, here)
        assert elsewhere.empty()  # it has ended already
        assert at_home.empty()


@pytest.mark.parametrize(
    ("user_agent", "browser", "system"),
    [
        (FIREFOX, "Firefox", "Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", "Chrome", "Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge", "Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1", "Safari", "iPhone"),
        ("Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) CriOS/140.0 Safari/604.1", "Chrome", "iPad"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari/605.1.15", "Safari", "Mac"),
        (
            "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0 Safari/537.36",
            "Samsung Internet",
            "Android",
        ),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0 Safari/537.36", "Chrome", "Chromebook"),
        ("curl/8.14.1", "", ""),
        ("", "", ""),
    ],
)
def test_a_device_is_called_what_its_owner_calls_it(user_agent: str, browser: str, system: str) -> None:
    assert device_name(user_agent) == (browser, system)
