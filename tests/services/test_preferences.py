"""What people chose survives the way through a cookie."""

import asyncio

import pytest

from db.values.display import Motion, Switch, TextSize, Theme
from db.values.people import CommunicationPreference
from services.errors import Invalid
from services.house import House
from services.preferences import Preferences, changed, chosen, from_cookie, keep, of_account
from services.visitor import Person
from tests.factories import a_person

CHOSEN = Preferences(
    talk=CommunicationPreference.VRI,
    theme=Theme.CONTRAST,
    text_size=TextSize.LARGER,
    motion=Motion.REDUCED,
    vibration=Switch.OFF,
    glow=Switch.OFF,
    talk_chosen=Switch.ON,
)


def test_a_cookie_brings_back_what_was_chosen() -> None:
    assert from_cookie(CHOSEN.as_cookie()) == CHOSEN


def test_a_cookie_of_an_earlier_release_keeps_what_was_chosen_then() -> None:
    told = Preferences(CommunicationPreference.VRI, Theme.DARK, TextSize.LARGER, Motion.REDUCED)
    assert from_cookie("VRI.dark.3.reduced") == told


def test_whether_a_way_to_talk_was_chosen_is_remembered_also_of_who_chose_text() -> None:
    text = {"talk": CommunicationPreference.TEXT_ONLY}
    assert from_cookie(chosen(Preferences(), text).as_cookie()).has_chosen_talk
    assert not from_cookie(chosen(Preferences(), {"theme": Theme.DARK}).as_cookie()).has_chosen_talk
    assert from_cookie("VRI.dark.3.reduced").has_chosen_talk
    assert not from_cookie("Text_Only.dark.3.reduced").has_chosen_talk


@pytest.mark.parametrize("cookie", ["", "nonsense", "VRI.pink.1.system", "VRI.dark.1.system.more"])
def test_a_cookie_that_makes_no_sense_means_the_defaults(cookie: str) -> None:
    assert from_cookie(cookie) == Preferences()


@pytest.mark.parametrize("choice", [{"theme": "pink"}, {"shoe": "42"}])
def test_a_choice_that_is_none_is_refused(choice: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        changed(CHOSEN, choice)


async def _choose(house: House, person: Person, choice: Preferences, all_have_looked: asyncio.Barrier) -> None:
    async with house.transaction(person) as session:
        await of_account(session, person.person_id)
        await all_have_looked.wait()
        await keep(session, person.person_id, choice)


async def test_two_forms_at_once_are_both_kept_and_the_later_one_counts(house: House) -> None:
    maria, both = await a_person(house), asyncio.Barrier(2)
    await asyncio.gather(*(_choose(house, maria, choice, both) for choice in (CHOSEN, Preferences())))
    alone = asyncio.Barrier(1)
    await _choose(house, maria, CHOSEN, alone)
    async with house.transaction(maria) as session:
        assert await of_account(session, maria.person_id) == CHOSEN
