"""The forms around an e-mail address: asked for after a proof, confirmed and undone by whoever holds the letter."""

from datetime import UTC, datetime, timedelta

import pytest

from services.accounts.changes import address
from services.privacy import leaving
from services.words import moment, sentence
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from tests.letters import letter_to, letters_to, link_in, token_in
from tests.people import known_as, signed_up

PAGE = "/account/security/email"
LETTERS = ("confirm", "undo")


async def test_a_person_asks_for_another_address_and_reads_what_to_do_next(app: App) -> None:
    somebody, new = await signed_up(app), an_address()
    await somebody.open(PAGE)
    reply = await somebody.send("email-address", email=new)
    assert reply.headers["location"] == "/account/security?done=address"
    await somebody.open(reply.headers["location"])
    assert "Open that letter" in somebody.says()
    assert f"You want to change it to {new}." in somebody.says()


async def test_a_mistake_is_said_beside_the_address_which_stays(app: App) -> None:
    somebody = await signed_up(app)
    reply = await somebody.send("email-address", email="maria at home")
    assert reply.headers["location"] == PAGE
    page = (await somebody.http_client.get(PAGE)).text
    assert "It needs an @ sign" in page
    assert "maria at home" in page


async def test_who_signed_in_a_while_ago_shows_again_that_it_is_them_and_finds_what_they_typed(app: App) -> None:
    somebody, new = await signed_up(app), an_address()
    app.stands_still_at(datetime.now(UTC) + timedelta(minutes=11))
    reply = await somebody.send("email-address", email=new)
    assert reply.headers["location"] == "/account/prove?next=%2Faccount%2Fsecurity%2Femail"
    await somebody.send("prove", password=PASSWORD, next=PAGE)
    assert new in (await somebody.http_client.get(PAGE)).text


@pytest.mark.parametrize("letter", LETTERS)
async def test_a_link_that_does_not_work_says_so_and_what_to_do(somebody: Somebody, letter: str) -> None:
    for query in ("", "?token=x", "?problem=address.taken_meanwhile", "?problem=not_allowed", "?done=true"):
        await somebody.open(f"/email-address/{letter}{query}")
        assert (sentence("address.link_over") in somebody.says()) is (query not in {*TOLD_OTHERWISE})
        assert sentence("not_allowed") not in somebody.says()
    reply = await somebody.send(f"email-address/{letter}", token="x")
    assert reply.headers["location"] == f"/email-address/{letter}?problem=address.link_over"


TOLD_OTHERWISE = ("?problem=address.taken_meanwhile", "?done=true")


async def test_whoever_is_signed_out_meanwhile_is_led_to_sign_in_and_back(somebody: Somebody) -> None:
    reply = await somebody.send("email-address", email=an_address())
    assert reply.headers["location"] == f"/sign-in?next={PAGE}"


async def test_a_change_that_waits_says_so_and_its_letter_comes_again_or_it_is_given_up(app: App) -> None:
    somebody, new = await signed_up(app), an_address()
    await somebody.open(PAGE)
    await somebody.send("email-address", email=new)
    for page in ("/account/security", PAGE):
        await somebody.open(page)
        assert f"You want to change it to {new}. Nothing is changed yet." in somebody.says()
        assert "Its link works until" in somebody.says()
        assert "You can send the letter again from" in somebody.says()
    for act, says in (("again", "address.just_sent"), ("give-up", "changed.given_up"), ("again", "address.none_waits")):
        await _presses(somebody, act, says)
    assert new not in somebody.says()


async def test_the_letter_comes_again_a_minute_after_the_last_one(app: App) -> None:
    somebody, begun = await signed_up(app), datetime.now(UTC).replace(second=30, microsecond=0)
    app.stands_still_at(begun)
    await somebody.send("prove", password=PASSWORD, next=PAGE)
    await somebody.send("email-address", email=an_address())
    for seconds, says in ((59, "address.just_sent"), (60, "changed.again"), (119, "address.just_sent")):
        app.stands_still_at(begun + timedelta(seconds=seconds))
        await _presses(somebody, "again", says)
    written, again = moment(begun + timedelta(minutes=1)), moment(begun + timedelta(minutes=2, seconds=30))
    assert f"We wrote our last letter on {written}." in somebody.says()
    assert f"You can send the letter again from {again} on." in somebody.says()
    app.stands_still_at(begun + timedelta(seconds=150))
    await somebody.open("/account/security")
    assert "You can send the letter again from" not in somebody.says()
    await _presses(somebody, "again", "changed.again")


async def _presses(somebody: Somebody, act: str, says: str) -> None:
    reply = await somebody.send(f"email-address/{act}")
    await somebody.open(reply.headers["location"])
    assert sentence(says) in somebody.says()


async def test_who_takes_a_stolen_account_back_reads_that_it_is_not_deleted_any_more(app: App) -> None:
    old, new, folder = an_address(), an_address(), app.house.settings.data_dir
    _, thief = await known_as(app, address=old)
    before = len(await letters_to(folder, old))
    await address.ask(app.house, thief, address=new)
    await address.confirm(app.house, token=token_in(await letter_to(folder, new)))
    letter = await letter_to(folder, old, earlier=before)
    await leaving.ask(app.house, thief, sure=True)
    tina = app.somebody()
    await tina.open(link_in(letter))
    assert sentence("address.keeps") in tina.says()
    reply = await tina.send("email-address/undo", token=token_in(letter))
    await tina.open(reply.headers["location"])
    assert sentence("address.kept") in tina.says()
    reply = await tina.send("sign-in", email=old, password=PASSWORD)
    assert not reply.headers["location"].startswith("/sign-in")
