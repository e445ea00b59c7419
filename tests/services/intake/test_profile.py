"""A name is found however it is written, is sealed, and is its owner's to change and to take back."""

import pytest

from services.errors import Invalid
from services.house import House
from services.intake.who import profile
from services.intake.who.name_words import words_of
from services.intake.who.profile import LONGEST_NAME, Profile
from services.visitor import Person
from tests.db.asking import everything
from tests.factories import a_person


async def _told(house: House, person: Person, name: str, residence: str = "") -> Profile:
    async with house.transaction(person) as session:
        await profile.save(session, person, Profile(name, residence))
        return await profile.own(session, person)


@pytest.mark.parametrize(
    ("name", "others", "words"),
    [
        ("María García-López", "MARIA  GARCIA LOPEZ", ["maria", "garcia", "lopez"]),
        ("Mari\u0301a O’Brien", "maría OBrien", ["maria", "obrien"]),
        ("Søren Łukasz Æsir", "soren lukasz aesir", ["soren", "lukasz", "aesir"]),
        ("Straße", "STRASSE", ["strasse"]),
        ("İpek Işık", "ipek isik", ["ipek", "isik"]),
        ("Ｒｏｓａ", "rosa", ["rosa"]),
        ("Μαρία Ιωάννου", "μαρια ιωαννου", ["μαρια", "ιωαννου"]),
        ("王小明", " 王小明 ", ["王小明"]),
        ("がとう", "か\u3099とう", ["がとう"]),
        ("प्रिया शर्मा", "प्रिया, शर्मा", ["प्रिया", "शर्मा"]),
        ("Rosa rosa ROSA", "rosa", ["rosa"]),
        ("?! ", "", []),
    ],
)
def test_a_name_has_the_same_words_however_somebody_writes_it(name: str, others: str, words: list[str]) -> None:
    assert words_of(name) == words_of(others) == words


def test_what_is_another_sound_in_another_script_is_another_word() -> None:
    assert words_of("か") != words_of("が")


async def test_a_name_is_kept_sealed_in_one_line_with_a_row_for_each_word(house: House) -> None:
    maria = await a_person(house)
    assert await _told(house, maria, " María\n García ", "CA") == Profile("María García", "CA")
    [row] = await everything(house, maria, "customer_profile")
    assert b"Mar" not in bytes(row["name_sealed"])  # type: ignore[call-overload]  # a column of bytes
    assert len(await everything(house, maria, "name_word")) == 2


async def test_what_is_taken_back_is_gone(house: House) -> None:
    maria = await a_person(house)
    await _told(house, maria, "María García", "CA")
    assert await _told(house, maria, "") == Profile()
    assert await everything(house, maria, "name_word") == []


async def test_signs_that_nobody_sees_are_left_out_but_those_that_join_letters(house: House) -> None:
    told = await _told(house, await a_person(house), "Ro\u0000sa\u202e Diaz می\u200cخواهم")
    assert told.name == "Ro sa Diaz می\u200cخواهم"


async def test_a_name_that_is_too_long_and_a_state_that_is_none_are_refused(house: House) -> None:
    maria = await a_person(house)
    with pytest.raises(Invalid, match=r"profile\.name"):
        await _told(house, maria, "x" * (LONGEST_NAME + 1))
    with pytest.raises(Invalid, match=r"choice\.unknown"):
        await _told(house, maria, "", "XX")


async def test_nobody_else_sees_what_a_person_told(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    await _told(house, maria, "María García", "CA")
    for table in ("customer_profile", "name_word", "customer_found", "customer_return"):
        assert await everything(house, james, table) == []
