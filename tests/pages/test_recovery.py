"""Who lost every way in, from asking for help to a new password; and what staff see of it."""

from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest

from db.values.people import Role
from services.accounts.recovery import waiting
from services.privacy import leaving
from services.words import sentence
from tests.api.forms_with_files import send
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from tests.letters import letter_to, letters_to, link_in, token_in
from tests.pages.acting import press, type_into
from tests.people import known_as, signed_up, somebody_as
from tests.services.jobs.waiting import until

COMPARED = "What you compared, and what came of it"
NEW = "four words nobody knows"
A_DAY = timedelta(hours=25)


async def _asked(app: App, address: str) -> str:
    """Ask for help: the path of the page for staff."""
    reply = await send(app.somebody(), about="sign_in", message="I lost my phone.", email=address)
    return reply.headers["location"].replace("/feedback/", "/staff/recovery/")


async def _says(app: App, path: str, button: str) -> Somebody:
    """A colleague opens the request and says what they found."""
    dana = await somebody_as(app, Role.PREPARER)
    await dana.open(path)
    await type_into(dana, COMPARED, "The devices and the year.")
    await press(dana, button)
    return dana


def _says_so(colleague: Somebody, words: str) -> bool:
    return words in colleague.says()


def _knows_no_more(colleague: Somebody) -> bool:
    """What we know of the account has gone from their page."""
    return sentence("recovery.facts_over") in colleague.says() and "Made on" not in colleague.says()


async def _agreed(app: App, path: str, address: str) -> str:
    """Two agree, and the owner is told: the path of the page that stops it."""
    folder = app.house.settings.data_dir
    before = len(await letters_to(folder, address))
    reviewers = []
    for told in ("A colleague must agree too.", "Two of us agree now. The owner is told."):
        reviewers.append(await _says(app, path, "The account is theirs"))
        assert told in reviewers[-1].says()
    for each in reviewers:
        await until(partial(_knows_no_more, each))
    letter = await letter_to(folder, address, earlier=before)
    while "Somebody asked" not in letter["Subject"]:
        letter = await letter_to(folder, address, earlier=(before := before + 1))
    return link_in(letter)


async def test_who_has_shown_themselves_too_long_ago_gives_no_account_away_and_says_nothing(app: App) -> None:
    address = an_address()
    await signed_up(app, address)
    path, reviewers = await _asked(app, address), [await somebody_as(app, Role.PREPARER) for _ in range(2)]
    app.stands_still_at(datetime.now(UTC) + timedelta(minutes=11))
    for each in reviewers:
        await each.open(path)
        await type_into(each, COMPARED, "The devices and the year.")
        for button in ("The account is theirs", "I am not sure"):
            await press(each, button)
            assert sentence("proof.needed") in each.says()
    await reviewers[0].open(path)
    assert "The account is theirs" in reviewers[0].says()
    assert "agreed on" not in reviewers[0].says()


async def test_the_sign_in_page_leads_to_help_and_help_to_the_form(somebody: Somebody) -> None:
    assert "/sign-in/help" in (await somebody.http_client.get("/sign-in")).text
    await somebody.open("/sign-in/help?next=/account/devices")
    assert "/feedback?about=sign_in" in (await somebody.http_client.get("/sign-in/help")).text
    await somebody.open("/feedback?about=sign_in")


async def test_who_asks_without_an_address_reads_why_it_is_needed(app: App) -> None:
    somebody = app.somebody()
    reply = await send(somebody, about="sign_in", message="I lost my phone.")
    await somebody.open(reply.headers["location"])
    assert "Please enter the email address of your account." in somebody.says()


async def test_from_asking_to_a_new_password(app: App) -> None:
    address = an_address()
    maria = await signed_up(app, address)
    path = await _asked(app, address)
    stop = await _agreed(app, path, address)
    await maria.open("/account")
    assert "lost every way in to your account" in maria.says()
    await app.somebody().open(stop)
    folder, before = app.house.settings.data_dir, len(await letters_to(app.house.settings.data_dir, address))
    app.stands_still_at(datetime.now(UTC) + A_DAY)
    await waiting.send_link(app.house, UUID(path.rpartition("/")[2]))
    letter, new = await letter_to(folder, address, earlier=before), app.somebody()
    await new.open(link_in(letter))
    assert address in new.says()
    reply = await new.send("account-recovery/password", token=token_in(letter), password="short")
    await new.open(reply.headers["location"])
    assert "at least 15 characters" in new.says()
    reply = await new.send("account-recovery/password", token=token_in(letter), password=NEW)
    assert reply.headers["location"] == "/forgot-password/done"
    assert (await new.send("sign-in", email=address, password=PASSWORD)).headers["location"].startswith("/sign-in")
    assert (await new.send("sign-in", email=address, password=NEW)).headers["location"] == "/account"
    reply = await new.send("account-recovery/password", token=token_in(letter), password=NEW)
    await new.open(reply.headers["location"])
    assert "This link does not work any more." in new.says()


async def test_who_judges_a_request_reads_that_the_account_is_to_be_deleted(app: App) -> None:
    address = an_address()
    _, maria = await known_as(app, address=address)
    path, dana = await _asked(app, address), await somebody_as(app, Role.PREPARER)
    await leaving.ask(app.house, maria, sure=True)
    await dana.open(path)
    assert "Somebody asked us to delete this account." in dana.says()


async def test_the_page_says_that_a_new_password_keeps_an_account_that_was_to_be_deleted(app: App) -> None:
    address = an_address()
    _, maria = await known_as(app, address=address)
    path = await _asked(app, address)
    await _agreed(app, path, address)
    folder, new = app.house.settings.data_dir, app.somebody()
    app.stands_still_at(datetime.now(UTC) + A_DAY)
    before = len(await letters_to(folder, address))
    await waiting.send_link(app.house, UUID(path.rpartition("/")[2]))
    letter = await letter_to(folder, address, earlier=before)
    await new.open(link_in(letter))
    assert sentence("recovery.set") in new.says()
    await leaving.ask(app.house, maria, sure=True)
    reply = await new.send("account-recovery/password", token=token_in(letter), password=NEW)
    await new.open(reply.headers["location"])
    assert "We were asked to delete this account." in new.says()
    assert sentence("recovery.set_and_keep") in new.says()
    reply = await new.send("account-recovery/password", token=token_in(letter), password=NEW, keep="true")
    assert reply.headers["location"] == "/forgot-password/done"
    assert (await new.send("sign-in", email=address, password=NEW)).headers["location"] == "/account"


async def test_the_owner_stops_it_by_the_letter_and_a_second_press_says_that_it_is_stopped_already(app: App) -> None:
    address = an_address()
    await signed_up(app, address)
    stop, somebody = await _agreed(app, await _asked(app, address), address), app.somebody()
    await somebody.open(stop)
    token = stop.partition("token=")[2]
    reply = await somebody.send("account-recovery/stop", token=token)
    await somebody.open(reply.headers["location"])
    assert "It is stopped." in somebody.says()
    reply = await somebody.send("account-recovery/stop", token=token)
    for path in (reply.headers["location"], stop):
        await somebody.open(path)
        assert "It was stopped already." in somebody.says()


async def test_the_owner_stops_it_on_the_page_of_the_account(app: App) -> None:
    address = an_address()
    maria = await signed_up(app, address)
    await _agreed(app, await _asked(app, address), address)
    await maria.open("/account")
    await press(maria, "Stop it")
    assert "It is stopped. Nobody gets in by it." in maria.says()
    await maria.open("/account")
    assert "lost every way in" not in maria.says()


async def test_staff_see_the_request_from_its_message_and_what_a_colleague_found(app: App) -> None:
    path, lee = await _asked(app, an_address()), await somebody_as(app, Role.ADMINISTRATOR)
    assert path in (await lee.http_client.get(path.replace("/recovery/", "/feedback/"))).text
    await lee.open("/staff/recovery")
    assert "Open" in lee.says()
    await lee.open(path)
    assert "No account has the address" in lee.says()
    assert "The account is theirs" not in lee.says()
    await press(lee, "I am not sure")
    assert "Write what you compared." in lee.says()
    dana = await _says(app, path, "I am not sure")
    assert "Your word is kept. This request is over." in dana.says()
    assert "Two of us must agree." not in dana.says()
    assert "Received" in dana.says()
    assert "Talks by" in dana.says()
    for each in (dana, lee):  # also on the page of the colleague who wrote nothing
        await until(partial(_says_so, each, sentence("recovery.state.what.refused")))
    assert "Received" in lee.says()
    await lee.open(path)
    assert "A colleague was not sure" in lee.says()
    assert sentence("recovery.facts_over") in lee.says()


@pytest.mark.parametrize("path", ["/staff/recovery", "/staff/recovery/01890a5d-ac96-774b-bcce-b302099a8057"])
async def test_only_staff_see_requests(app: App, path: str) -> None:
    assert (await (await signed_up(app)).http_client.get(path)).status_code == 403
    assert (await app.somebody().http_client.get(path)).status_code == 303


@pytest.mark.parametrize("path", ["/account-recovery/stop", "/account-recovery/password"])
async def test_a_link_that_leads_nowhere_says_what_to_do(somebody: Somebody, path: str) -> None:
    for query in ("", "?token=made-up"):
        await somebody.open(path + query)
        assert "This link does not work any more." in somebody.says()
