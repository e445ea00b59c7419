"""Making an account and coming back to it."""

import psycopg
import pytest

from db.engine import libpq_url
from services.accounts import enrolment, passwords
from services.accounts.signing_in import sign_in
from services.errors import Invalid
from services.house import House
from services.returns import opening
from services.visitor import Guest, Person
from tests.database import DatabaseUrls
from tests.factories import PASSWORD, a_guest, a_person, an_address, an_estimate

HERE = "192.0.2.1"


async def _with_password(house: House) -> str:
    address = an_address()
    await a_person(house, address=address, password_hash=await passwords.hashed(PASSWORD))
    return address


async def test_the_right_password_opens_a_session_of_the_same_person(house: House) -> None:
    address = await _with_password(house)
    first = await sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    again = await sign_in(house, Guest(), address=f"  {address.upper()} ", password=PASSWORD, place=HERE)
    assert isinstance(first.visitor, Person)
    assert isinstance(again.visitor, Person)
    assert first.visitor.person_id == again.visitor.person_id


@pytest.mark.parametrize("known", [True, False])
async def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(house: House, known: bool) -> None:
    address = await _with_password(house) if known else an_address()
    with pytest.raises(Invalid) as refused:
        await sign_in(house, Guest(), address=address, password="not the password", place=HERE)
    assert (refused.value.field, refused.value.code) == ("email", "sign_in.not_right")


async def test_a_wrong_password_leaves_a_record_of_the_account_that_it_was_for(
    house: House, database_urls: DatabaseUrls
) -> None:
    address = await _with_password(house)
    with pytest.raises(Invalid):
        await sign_in(house, Guest(), address=address, password="not the password", place=HERE)
    async with house.transaction(enrolment.DOOR) as session:
        account = await enrolment.account_at(session, address)
    refused = "select act from audit_record where subject_id = %s and act = 'sign_in.refused'"
    with psycopg.connect(libpq_url(database_urls.owner)) as owner:
        assert account
        assert owner.execute(refused, [account.id]).fetchall() == [("sign_in.refused",)]


async def test_what_a_guest_began_is_theirs_after_signing_in(house: House) -> None:
    address, guest = await _with_password(house), await a_guest(house)
    begun = await an_estimate(house, guest)
    opened = await sign_in(house, guest, address=address, password=PASSWORD, place=HERE)
    async with house.transaction(opened.visitor) as session:
        estimate = await opening.estimate_for(session, opened.visitor, tax_year=2025)
    assert estimate.return_id == begun


async def test_an_estimate_of_the_account_comes_before_a_guests_and_both_are_kept(house: House) -> None:
    address, guest = await _with_password(house), await a_guest(house)
    earlier = await sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    first, second = await an_estimate(house, earlier.visitor), await an_estimate(house, guest)
    opened = await sign_in(house, guest, address=address, password=PASSWORD, place=HERE)
    async with house.transaction(opened.visitor) as session:
        estimate = await opening.estimate_for(session, opened.visitor, tax_year=2025)
    assert (estimate.return_id, estimate.of_the_year) == (first, (first, second))


async def test_an_address_has_one_account(house: House) -> None:
    address = await _with_password(house)
    with pytest.raises(Invalid) as refused:
        await a_person(house, address=address.title())
    assert refused.value.code == "email.taken"


async def test_a_form_is_told_everything_that_is_wrong_with_it() -> None:
    wrong = await enrolment.problems("no address", "short")
    assert [(problem.field, problem.code) for problem in wrong] == [
        ("email", "email.not_an_address"),
        ("password", "password.too_short"),
    ]
    assert not await enrolment.problems("maria@people.example", PASSWORD)


async def test_a_name_that_mail_servers_do_not_take_is_refused_at_the_form() -> None:
    wrong = await enrolment.problems("josé@people.example", PASSWORD)
    assert [(each.field, each.code) for each in wrong] == [("email", "email.not_an_address")]
