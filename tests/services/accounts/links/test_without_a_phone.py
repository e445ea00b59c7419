"""Whose phone is lost gets in by a letter and a recovery code, and by neither alone."""

import pytest

from db.values.accounts import LinkPurpose
from services.accounts.device_names import DeviceName
from services.accounts.links import pressing
from services.accounts.second_steps import half_way, recovery
from services.accounts.second_steps.half_way import Step
from services.accounts.signing_in import sign_in
from services.errors import Invalid
from services.house import House
from services.visitor import Guest, Person
from tests.authenticator_app import with_second_step
from tests.services.accounts.links.letters import somebody, token_for

HERE, PHONE = "192.0.2.1", DeviceName("Safari", "iPhone")
EIGHT = "kq7-wZ3!"


async def _lost(house: House) -> tuple[Person, str, list[str]]:
    """Somebody with a second step: who, their address, and the recovery codes that they kept."""
    person, address = await somebody(house)
    await with_second_step(house, person.person_id)
    async with house.transaction(person) as session:
        return person, address, await recovery.make(session, person.person_id)


async def test_a_letter_and_a_recovery_code_open_the_account(house: House) -> None:
    person, address, codes = await _lost(house)
    token = await token_for(house, LinkPurpose.SIGN_IN, address)
    by_letter, _ = await pressing.sign_in(house, Guest(), token=token, browser="")
    assert isinstance(by_letter.visitor, Guest)
    assert by_letter.owes_step
    opened = await half_way.finish(house, by_letter.visitor, step=Step.RECOVERY, code=codes[0], place=HERE)
    assert opened.visitor.person_id == person.person_id


async def test_a_new_password_by_letter_does_not_spare_the_second_step(house: House) -> None:
    _, address, _ = await _lost(house)
    token = await token_for(house, LinkPurpose.FORGOT_PASSWORD, address)
    with pytest.raises(Invalid) as refused:
        await pressing.set_password(house, token=token, password="short", device=PHONE)
    assert refused.value.code == "password.too_short_with_second_step"
    await pressing.set_password(house, token=token, password=EIGHT, device=PHONE)
    opened = await sign_in(house, Guest(), address=address, password=EIGHT, place=HERE)
    assert opened.owes_step
