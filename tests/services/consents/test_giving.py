"""A consent holds for one use, of its own person, for one year or until it is withdrawn; its words never change."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from db.values.consents import ConsentPurpose
from db.values.people import Role
from services import consents
from services.clock import FixedClock
from services.consents import Asked, signing
from services.consents.signing import Signature
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.house import House
from services.privacy.copying import take_copy
from services.visitor import Guest, Person, System, Visitor
from tests.db.asking import ask, everything
from tests.factories import a_guest, a_person

INSURANCE = Asked(ConsentPurpose.INSURANCE)


def signature(house: House, *, name: str = "Maria Rosa Díaz", version: str = "", days: int = 0) -> Signature:
    """What a person types on this day, or `days` away from it."""
    on = house.clock.now().date() + timedelta(days=days)
    return Signature(version or INSURANCE.words.version, name, str(on.month), str(on.day), str(on.year))


async def signs(house: House, person: Person, asked: Asked = INSURANCE) -> consents.Consent:
    """A consent that this person gives now."""
    async with house.transaction(person) as session:
        await signing.sign(session, person, asked, signature(house))
        return (await consents.given(session, person))[0]


async def allows(house: House, visitor: Visitor, purpose: ConsentPurpose, recipient: str = "") -> bool:
    """Whether this visitor's answers may be used so now."""
    try:
        async with house.transaction(visitor) as session:
            await consents.require(session, visitor, purpose, recipient=recipient)
    except NotAllowed:
        return False
    return True


async def test_a_consent_opens_its_own_use_for_its_own_person_and_no_other(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    assert not await allows(house, maria, ConsentPurpose.INSURANCE)
    await signs(house, maria)
    assert await allows(house, maria, ConsentPurpose.INSURANCE)
    assert not await allows(house, maria, ConsentPurpose.ASSISTANT)
    assert not await allows(house, maria, ConsentPurpose.INSURANCE, "Somebody Else, Inc.")
    others: tuple[Visitor, ...] = (james, Guest(), await a_guest(house), System("mail"))
    for visitor in (*others, await a_person(house, role=Role.INSURANCE_AGENT)):
        assert not await allows(house, visitor, ConsentPurpose.INSURANCE)


async def test_a_consent_to_show_answers_names_who_sees_them_and_opens_nobody_else(house: House) -> None:
    maria = await a_person(house)
    given = await signs(house, maria, Asked(ConsentPurpose.PARTNER, "Deaf Credit Union"))
    assert "to Deaf Credit Union, so that they can offer me" in given.words
    assert await allows(house, maria, ConsentPurpose.PARTNER, "Deaf Credit Union")
    assert not await allows(house, maria, ConsentPurpose.PARTNER, "Another Bank")


async def test_it_ends_after_one_year_by_itself(house: House, clock: FixedClock) -> None:
    maria = await a_person(house)
    given = await signs(house, maria)
    assert given.ends_at == given.given_at.replace(year=given.given_at.year + 1)
    clock.instant = given.ends_at - timedelta(seconds=1)
    assert await allows(house, maria, ConsentPurpose.INSURANCE)
    clock.advance(timedelta(seconds=1))
    assert not await allows(house, maria, ConsentPurpose.INSURANCE)


async def test_one_that_is_given_on_a_leap_day_ends_on_the_last_of_february(house: House, clock: FixedClock) -> None:
    clock.instant = datetime(2028, 2, 29, 12, tzinfo=UTC)
    assert (await signs(house, await a_person(house))).ends_at == datetime(2029, 2, 28, 12, tzinfo=UTC)


async def test_it_is_withdrawn_at_once_and_once(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    given = await signs(house, maria)
    with pytest.raises(NotFound):
        async with house.transaction(james) as session:
            await consents.withdraw(session, james, consent_id=given.id)
    async with house.transaction(maria) as session:
        assert not (await consents.withdraw(session, maria, consent_id=given.id)).holds
    assert not await allows(house, maria, ConsentPurpose.INSURANCE)
    with pytest.raises(NotFound):
        async with house.transaction(maria) as session:
            await consents.withdraw(session, maria, consent_id=given.id)
    async with house.transaction(maria) as session:
        assert [each.signed for each in await consents.given(session, maria)] == ["Maria Rosa Díaz"]


@pytest.mark.parametrize(("name", "days"), [("", 0), ("   ", 0), ("x", 0), ("7 7", 0), ("M" * 101, 0), ("Maria D", -2)])
async def test_without_a_name_and_the_day_nothing_is_signed(house: House, name: str, days: int) -> None:
    maria = await a_person(house)
    with pytest.raises(Invalid):
        async with house.transaction(maria) as session:
            await signing.sign(session, maria, INSURANCE, signature(house, name=name, days=days))
    assert not await allows(house, maria, ConsentPurpose.INSURANCE)


async def test_words_that_have_changed_are_read_again(house: House) -> None:
    maria = await a_person(house)
    with pytest.raises(Conflict):
        async with house.transaction(maria) as session:
            await signing.sign(session, maria, INSURANCE, signature(house, version="2020-01-01"))


async def test_the_database_lets_nobody_change_what_was_signed_or_take_an_end_back(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    given = await signs(house, maria)
    for column in ("version", "purpose", "recipient", "ends_at", "given_at", "withdrawn_at"):
        with pytest.raises(DBAPIError, match="permission denied"):
            await ask(house, maria, f"update consent set {column} = {column}")  # noqa: S608  # nosec B608
    with pytest.raises(DBAPIError, match="permission denied"):
        await ask(house, maria, "delete from consent")
    await ask(house, maria, "update consent set words_sealed = 'other', signed_sealed = 'other'")
    await ask(house, james, "select app_withdraw_consent(:id)", id=given.id)
    assert await everything(house, james, "consent") == []
    async with house.transaction(maria) as session:
        [now] = await consents.given(session, maria)
        assert now == given
        ended = await consents.withdraw(session, maria, consent_id=given.id)
    await ask(house, maria, "select app_withdraw_consent(:id)", id=given.id)
    assert (await everything(house, maria, "consent"))[0]["withdrawn_at"] == ended.withdrawn_at


async def test_nobody_gives_a_consent_in_the_name_of_another(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    as_maria = Person(maria.person_id, james.session_id)
    with pytest.raises(DBAPIError, match="row-level security"):
        async with house.transaction(james) as session:
            await signing.sign(session, as_maria, INSURANCE, signature(house))


async def test_the_copy_of_a_persons_data_has_the_words_that_they_signed(house: House) -> None:
    maria = await a_person(house)
    given = await signs(house, maria)
    [row] = (await take_copy(house, maria)).parts["consent"]
    assert (row["words"], row["signed"]) == (given.words, "Maria Rosa Díaz")


def test_the_day_of_a_signature_may_name_its_month() -> None:
    written = Signature("1", "Ada Lovelace", "Nov.", "24", "2026")
    assert written.signed_on == date(2026, 11, 24)
