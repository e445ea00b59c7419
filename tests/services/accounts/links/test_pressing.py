"""A link is good once and for a short time, and nobody gets what is not theirs by it."""

from datetime import timedelta

import pytest

from db.values.accounts import LinkPurpose
from services.accounts import sessions, signing_in
from services.accounts.device_names import DeviceName
from services.accounts.enrolment import DOOR
from services.accounts.links import opening, pressing
from services.accounts.links.opening import State
from services.accounts.links.writing import LASTS
from services.accounts.sessions import Opened
from services.clock import FixedClock
from services.errors import Invalid, NotFound
from services.house import House
from services.preferences import Preferences
from services.privacy import leaving
from services.returns.opening import begun_years, estimate_for
from services.visitor import Guest, Person, Visitor
from tests.factories import PASSWORD, a_guest, an_address, an_estimate
from tests.letters import token_in
from tests.services.accounts.links.letters import (
    ANOTHER_BROWSER,
    BROWSER,
    EVERY_PURPOSE,
    HERE,
    ask,
    somebody,
    token_for,
)
from tests.services.feedback.mailroom import letters_of

SIGN_UP, SIGN_IN, FORGOT_PASSWORD = EVERY_PURPOSE
NEW = "quite another password"
NOBODY = Guest()
PHONE = DeviceName("Safari", "iPhone")


async def _confirm(
    house: House, token: str, visitor: Visitor = NOBODY, *, browser: str = BROWSER, password: str = ""
) -> Opened[Person | Guest]:
    opened, path = await pressing.confirm_address(
        house, visitor, Preferences(), token=token, browser=browser, password=password
    )
    assert path == "/tax"
    return opened


async def _press(house: House, purpose: LinkPurpose, token: str) -> None:
    match purpose:
        case LinkPurpose.SIGN_UP:
            await _confirm(house, token)
        case LinkPurpose.SIGN_IN:
            await pressing.sign_in(house, Guest(), token=token, browser=BROWSER)
        case LinkPurpose.FORGOT_PASSWORD:
            await pressing.set_password(house, token=token, password=NEW, device=PHONE)


async def _state(house: House, purpose: LinkPurpose, token: str) -> State:
    async with house.transaction(DOOR) as session:
        return (await opening.look(session, purpose, token=token, browser="")).state


async def _is_signed_in(house: House, person: Person) -> bool:
    async with house.transaction(DOOR) as session:
        return await sessions.still_open(session, person.session_id) is not None


async def _asked(house: House, purpose: LinkPurpose) -> tuple[str, str]:
    """A token that has just come, and the address that it went to."""
    address = an_address() if purpose is SIGN_UP else (await somebody(house))[1]
    return await token_for(house, purpose, address), address


@pytest.mark.parametrize("purpose", EVERY_PURPOSE)
async def test_a_link_is_good_once_and_then_says_that_it_was_used(house: House, purpose: LinkPurpose) -> None:
    token, _ = await _asked(house, purpose)
    for _ in range(2):  # to look at it is no use of it
        assert await _state(house, purpose, token) is State.GOOD
    await _press(house, purpose, token)
    assert await _state(house, purpose, token) is State.USED
    with pytest.raises(NotFound):
        await _press(house, purpose, token)


@pytest.mark.parametrize("purpose", EVERY_PURPOSE)
async def test_a_link_gets_old(house: House, clock: FixedClock, purpose: LinkPurpose) -> None:
    token, _ = await _asked(house, purpose)
    clock.advance(LASTS[purpose] - timedelta(seconds=1))
    assert await _state(house, purpose, token) is State.GOOD
    clock.advance(timedelta(seconds=1))
    assert await _state(house, purpose, token) is State.OLD
    with pytest.raises(NotFound):
        await _press(house, purpose, token)


@pytest.mark.parametrize("purpose", EVERY_PURPOSE)
async def test_a_link_is_good_for_nothing_but_what_it_was_made_for(house: House, purpose: LinkPurpose) -> None:
    token, _ = await _asked(house, purpose)
    for other in {*EVERY_PURPOSE} - {purpose}:
        assert await _state(house, other, token) is State.UNKNOWN
        with pytest.raises(NotFound):
            await _press(house, other, token)
    assert await _state(house, purpose, token[:-1]) is State.UNKNOWN


@pytest.mark.parametrize("purpose", EVERY_PURPOSE)
async def test_one_press_uses_up_the_earlier_letters_too(house: House, purpose: LinkPurpose) -> None:
    earlier, address = await _asked(house, purpose)
    await _press(house, purpose, await token_for(house, purpose, address))
    assert await _state(house, purpose, earlier) is State.USED


async def test_an_account_is_made_and_opened_by_the_password_that_was_chosen(house: House) -> None:
    token, address = await _asked(house, SIGN_UP)
    opened = await _confirm(house, token)
    again = await signing_in.sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    assert isinstance(again.visitor, Person)
    assert isinstance(opened.visitor, Person)
    assert again.visitor.person_id == opened.visitor.person_id


async def test_before_the_press_there_is_no_account(house: House) -> None:
    _, address = await _asked(house, SIGN_UP)
    with pytest.raises(Invalid) as refused:
        await signing_in.sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    assert refused.value.code == "sign_in.not_right"


@pytest.mark.parametrize("browser", [ANOTHER_BROWSER, ""])
async def test_elsewhere_the_password_is_needed_so_that_nobody_signs_others_up_with_a_password_of_their_own(
    house: House, browser: str
) -> None:
    token, _ = await _asked(house, SIGN_UP)
    for password, code in (("", "link.no_password"), ("the victim's own", "link.other_password")):
        with pytest.raises(Invalid) as refused:
            await _confirm(house, token, browser=browser, password=password)
        assert (refused.value.field, refused.value.code) == ("password", code)
    assert await _state(house, SIGN_UP, token) is State.GOOD
    await _confirm(house, token, browser=browser, password=PASSWORD)


@pytest.mark.parametrize("purpose", [SIGN_UP, SIGN_IN])
@pytest.mark.parametrize(("browser", "comes_along"), [(BROWSER, True), (ANOTHER_BROWSER, False)])
async def test_what_a_guest_began_comes_along_only_in_the_browser_that_asked(
    house: House, purpose: LinkPurpose, browser: str, comes_along: bool
) -> None:
    guest = await a_guest(house)
    begun = await an_estimate(house, guest)
    token, _ = await _asked(house, purpose)
    if purpose is SIGN_UP:
        opened = await _confirm(house, token, guest, browser=browser, password=PASSWORD)
    else:
        opened, _ = await pressing.sign_in(house, guest, token=token, browser=browser)
    async with house.transaction(opened.visitor) as session:
        assert (2025 in await begun_years(session, opened.visitor)) == comes_along
    if not comes_along:
        async with house.transaction(guest) as session:
            assert (await estimate_for(session, guest, tax_year=2025)).return_id == begun


async def test_a_link_to_sign_in_works_in_another_browser_and_leaves_the_one_that_asked_as_it_was(house: House) -> None:
    person, address = await somebody(house)
    token = await token_for(house, SIGN_IN, address)
    opened, path = await pressing.sign_in(house, Guest(), token=token, browser="")
    assert isinstance(opened.visitor, Person)
    assert (opened.visitor.person_id, path) == (person.person_id, "/tax")


async def test_a_new_password_replaces_the_old_one_signs_out_every_device_and_is_told_by_letter(house: House) -> None:
    person, address = await somebody(house)
    bystander, _ = await somebody(house)
    token = await token_for(house, FORGOT_PASSWORD, address)
    await pressing.set_password(house, token=token, password=NEW, device=PHONE)
    assert (await _is_signed_in(house, person), await _is_signed_in(house, bystander)) == (False, True)
    await signing_in.sign_in(house, Guest(), address=address, password=NEW, place=HERE)
    with pytest.raises(Invalid):
        await signing_in.sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)


async def test_a_new_password_is_judged_like_every_other_and_the_link_stays_good(house: House) -> None:
    token, address = await _asked(house, FORGOT_PASSWORD)
    for password, code in (("short", "password.too_short"), (f"{address} 123", "password.guessed_soon")):
        with pytest.raises(Invalid) as refused:
            await pressing.set_password(house, token=token, password=password, device=PHONE)
        assert (refused.value.field, refused.value.code) == ("password", code)
    assert await _state(house, FORGOT_PASSWORD, token) is State.GOOD


@pytest.mark.parametrize("purpose", [SIGN_IN, FORGOT_PASSWORD])
async def test_a_link_from_before_the_deletion_was_asked_for_opens_nothing_until_it_is_taken_back(
    house: House, purpose: LinkPurpose
) -> None:
    maria, address = await somebody(house)
    token = await token_for(house, purpose, address)
    await leaving.ask(house, maria, sure=True)
    assert await _state(house, purpose, token) is State.LEAVING
    with pytest.raises(NotFound):
        await _press(house, purpose, token)
    [letter] = await letters_of(house)
    await leaving.take_back(house, token=token_in(letter))
    await signing_in.sign_in(house, Guest(), address=address, password=PASSWORD, place=HERE)
    await _press(house, purpose, token)


async def test_a_link_to_make_an_account_is_used_up_by_whatever_made_it(house: House) -> None:
    token, address = await _asked(house, SIGN_UP)
    await ask(house, SIGN_UP, address)
    await _confirm(house, await token_for(house, SIGN_UP, address))
    assert await _state(house, SIGN_UP, token) is State.USED
    assert await letters_of(house) == []
