"""Whoever is given a passkey, or loses one, reads it in a letter: it may have been somebody else."""

from services.accounts import enrolment
from services.accounts.passkeys import keeping
from services.house import House
from services.visitor import Guest
from tests.factories import an_address
from tests.services.accounts.passkeys.having import a_device, added
from tests.services.feedback.mailroom import empty, letters_of


async def test_a_passkey_that_is_added_and_one_that_is_removed_is_told_by_letter(house: House) -> None:
    await empty(house)
    async with house.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(session, Guest(), address=an_address(), password_hash="x")
    person = opened.visitor
    await added(house, person, a_device(house))
    [letter] = await letters_of(house)
    assert letter["Subject"] == "A passkey was added to your MBTQ account"
    async with house.transaction(person) as session:
        [kept] = await keeping.passkeys(session, person)
        await keeping.remove(session, person, passkey_id=kept.id)
    [letter] = await letters_of(house)
    assert letter["Subject"] == "A passkey was removed from your MBTQ account"
