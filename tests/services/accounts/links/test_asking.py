"""Asking for a letter tells nobody whether an address has an account, and fills nobody's mailbox."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import select

from db.tables.ways_in.links import MailLink
from db.values.accounts import LinkPurpose
from services.accounts import addresses, passwords
from services.accounts.enrolment import DOOR
from services.accounts.links import asking
from services.clock import FixedClock
from services.errors import Invalid, NotFound
from services.house import House
from services.privacy import holding, leaving
from services.words import moment
from tests.factories import PASSWORD, an_address
from tests.services.accounts.links.letters import (
    ANOTHER_BROWSER,
    EVERY_PURPOSE,
    HERE,
    ask,
    letters_after,
    somebody,
)
from tests.services.feedback.mailroom import letters_of

SIGN_UP, SIGN_IN, FORGOT_PASSWORD = EVERY_PURPOSE
WITH_AND_WITHOUT_ACCOUNT = [
    (SIGN_UP, True, "You already have an MBTQ account", "/forgot-password"),
    (SIGN_UP, False, "Confirm your email address", "/sign-up/confirm?token="),
    (SIGN_IN, True, "Your link to sign in", "/sign-in/by-letter?token="),
    (SIGN_IN, False, "There is no MBTQ account with this email address", "/sign-up"),
    (FORGOT_PASSWORD, True, "Choose a new password", "/forgot-password/new?token="),
    (FORGOT_PASSWORD, False, "There is no MBTQ account with this email address", "/sign-up"),
]


async def _address(house: House, *, known: bool) -> str:
    return (await somebody(house))[1] if known else an_address()


@contextmanager
def _work(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every statement, beginning and end of a transaction, and every hash, in order."""
    done: list[str] = []
    hashed, engine = passwords.hashed, house.engine.sync_engine

    async def hash_it(password: str) -> str:
        done.append("hash")
        return await hashed(password)

    def executed(*told: object) -> None:
        done.append(str(told[2]))

    monkeypatch.setattr(passwords, "hashed", hash_it)

    def took(name: str) -> Callable[..., None]:
        return lambda *_: done.append(name)

    listeners: list[tuple[str, Callable[..., None]]] = [("before_cursor_execute", executed)]
    listeners += [(name, took(name)) for name in ("begin", "commit", "rollback")]
    for name, listener in listeners:
        event.listen(engine, name, listener)
    yield done
    for name, listener in listeners:
        event.remove(engine, name, listener)
    monkeypatch.setattr(passwords, "hashed", hashed)


@pytest.mark.parametrize("purpose", EVERY_PURPOSE)
async def test_the_same_work_is_done_for_an_address_with_and_without_an_account(
    house: House, monkeypatch: pytest.MonkeyPatch, purpose: LinkPurpose
) -> None:
    found = []
    for known in (True, False):
        address = await _address(house, known=known)
        with _work(house, monkeypatch) as done:
            await ask(house, purpose, address)
        found.append(done)
    assert found[0] == found[1]
    assert found[0].count("commit") == 1
    assert found[0].count("hash") == (purpose is SIGN_UP)
    assert not any(" account" in statement.lower() for statement in found[0])


@pytest.mark.parametrize(("purpose", "known", "subject", "leads_to"), WITH_AND_WITHOUT_ACCOUNT)
async def test_only_the_letter_says_whether_there_is_an_account(
    house: House, purpose: LinkPurpose, known: bool, subject: str, leads_to: str
) -> None:
    [letter] = await letters_after(house, purpose, await _address(house, known=known))
    assert letter["Subject"] == subject
    assert f"{house.settings.public_url}{leads_to}" in letter.get_content()


@pytest.mark.parametrize("purpose", EVERY_PURPOSE)
async def test_who_is_leaving_is_led_to_the_way_back_and_gets_no_link_that_does_nothing(
    house: House, purpose: LinkPurpose
) -> None:
    maria, address = await somebody(house)
    await leaving.ask(house, maria, sure=True)
    await letters_of(house)
    [letter] = await letters_after(house, purpose, address)
    assert letter["Subject"] == "Your MBTQ account is being deleted"
    until = moment(house.clock.now() + leaving.WAY_BACK)
    assert f"On {until} we delete everything in it." in " ".join(letter.get_content().split())
    assert "token=" not in letter.get_content()
    assert await letters_after(house, purpose, address) == []


async def test_who_is_leaving_while_a_law_keeps_the_account_reads_no_day_on_which_it_goes(house: House) -> None:
    maria, address = await somebody(house)
    await leaving.ask(house, maria, sure=True)
    async with house.transaction(holding.DESK) as session:
        await holding.hold(session, holding.DESK, address=address, reason="A court order, case 12-345 of 2026")
    await letters_of(house)
    [letter] = await letters_after(house, SIGN_IN, address)
    assert letter["Subject"] == "Your MBTQ account is to be deleted"
    assert "A law makes us keep the account now" in letter.get_content()


@pytest.mark.parametrize(("purpose", "known"), [(SIGN_UP, True), (SIGN_IN, False), (FORGOT_PASSWORD, False)])
async def test_who_gets_no_link_is_told_why_once_an_hour(
    house: House, clock: FixedClock, purpose: LinkPurpose, known: bool
) -> None:
    address = await _address(house, known=known)
    assert len(await letters_after(house, purpose, address)) == 1
    clock.advance(timedelta(minutes=59))
    assert await letters_after(house, purpose, address) == []
    clock.advance(timedelta(minutes=1))
    assert len(await letters_after(house, purpose, address)) == 1


@pytest.mark.parametrize("known", [True, False])
async def test_five_letters_an_hour_go_to_one_address_from_wherever_they_are_asked_for(
    house: House, known: bool
) -> None:
    address = await _address(house, known=known)
    for number in range(5):
        await ask(house, EVERY_PURPOSE[number % 3], address, place=f"198.51.100.{number}")
    with pytest.raises(Invalid) as refused:
        await ask(house, SIGN_IN, f" {address.upper()}", place="203.0.113.1")
    assert (refused.value.field, refused.value.code) == ("email", "link.too_many_to_address")


async def test_a_place_has_a_limit_of_its_own_and_another_place_has_not_reached_it(house: House) -> None:
    for _ in range(house.settings.letters_per_hour):
        await ask(house, SIGN_IN, an_address())
    with pytest.raises(Invalid) as refused:
        await ask(house, SIGN_IN, an_address())
    assert refused.value.code == "link.too_many_from_here"
    await ask(house, SIGN_IN, an_address(), place="203.0.113.1")


async def test_a_browser_asks_again_without_typing_and_for_what_it_asked_last(house: House) -> None:
    first, last = an_address(), an_address()
    await ask(house, SIGN_UP, first, browser=last)
    await ask(house, SIGN_UP, last, browser=last, next_path="/tax/2025/estimate")
    await asking.ask_again(house, SIGN_UP, place=HERE, browser=last)
    async with house.transaction(DOOR) as session:
        asked = await asking.last_asked(session, SIGN_UP, last)
    assert asked
    assert (asked.address, asked.next_path) == (last, "/tax/2025/estimate")
    assert asked.password_hash
    assert await passwords.matches(asked.password_hash, PASSWORD)


@pytest.mark.parametrize("browser", [ANOTHER_BROWSER, ""])
async def test_another_browser_learns_nothing_of_what_was_asked(house: House, browser: str) -> None:
    await ask(house, SIGN_UP, an_address())
    with pytest.raises(NotFound):
        await asking.ask_again(house, SIGN_UP, place=HERE, browser=browser)


async def test_a_day_later_a_browser_no_longer_shows_where_we_wrote(house: House, clock: FixedClock) -> None:
    await ask(house, SIGN_IN, an_address(), browser="a browser of its own")
    clock.advance(asking.KEPT_FOR)
    with pytest.raises(NotFound):
        await asking.ask_again(house, SIGN_IN, place=HERE, browser="a browser of its own")


async def test_a_way_on_that_is_far_too_long_is_not_kept(house: House) -> None:
    address = an_address()
    await ask(house, SIGN_IN, address, next_path="/tax?" + "x" * 10_000)
    async with house.transaction(DOOR) as session:
        index = addresses.index_of(house, address)
        paths = list(await session.exec(select(MailLink.next_path).where(MailLink.email_index == index)))
    assert paths == ["/account"]
