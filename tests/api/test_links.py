"""The forms around links in letters, from the first page to the session, as a browser sends them."""

import pytest

from services.accounts import passwords
from services.settings import Settings
from tests.app import App, Somebody
from tests.authenticator_app import with_second_step
from tests.factories import PASSWORD, a_person, an_address
from tests.letters import letter_to, letters_to, link_in, token_in
from tests.people import guest, signed_up

LOOK = "look-in-your-email"
FORMS = {"sign-up": "sign-up", "sign-in": "sign-in-link", "forgot-password": "forgot-password"}
NEW = "quite another password"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A house where the fourth letter from one place is too many."""
    return settings.model_copy(update={"letters_per_hour": 4})


async def _letter(app: App, address: str, *, earlier: int = 0) -> str:
    return link_in(await letter_to(app.house.settings.data_dir, address, earlier=earlier))


async def _token(app: App, address: str, *, earlier: int = 0) -> str:
    return token_in(await letter_to(app.house.settings.data_dir, address, earlier=earlier))


@pytest.mark.parametrize("way", FORMS)
async def test_an_address_with_and_one_without_an_account_read_the_same_page(app: App, way: str) -> None:
    known, unknown = an_address(), an_address()
    await signed_up(app, known)
    said = []
    for address in (known, unknown):
        somebody = app.somebody()
        reply = await somebody.send(FORMS[way], email=address, password=PASSWORD, next="/tax")
        assert (reply.status_code, reply.headers["location"]) == (303, f"/{way}/{LOOK}")
        await somebody.open(f"/{way}/{LOOK}")
        assert address in somebody.says()
        said.append(somebody.says().replace(address, "the address"))
    assert said[0] == said[1]
    assert all(help_ in said[0] for help_ in ("spam", "Wait", "Send it again", "Use another address", "Contact us"))


async def test_the_page_knows_the_address_in_the_browser_that_asked_and_nowhere_else(app: App) -> None:
    somebody, stranger, address = app.somebody(), app.somebody(), an_address()
    await somebody.send("sign-up", email=address, password=PASSWORD)
    await stranger.open(f"/sign-up/{LOOK}")
    assert address not in stranger.says()
    assert "Send it again" not in stranger.says()
    reply = await stranger.send("letter-again", purpose="sign-up")
    assert reply.headers["location"].startswith("/sign-up?")


async def test_asked_again_a_second_letter_comes_until_there_are_too_many(app: App) -> None:
    somebody, address = app.somebody(), an_address()
    await somebody.send("sign-up", email=address, password=PASSWORD, next="/tax/2025/estimate")
    first = await _token(app, address)
    reply = await somebody.send("letter-again", purpose="sign-up")
    await somebody.open(reply.headers["location"])
    assert "You asked once more." in somebody.says()
    second = await _token(app, address, earlier=1)
    for _ in range(3):
        reply = await somebody.send("letter-again", purpose="sign-up")
    await somebody.open(reply.headers["location"])
    assert "Many letters were asked for from your place." in somebody.says()
    reply = await somebody.send("sign-up-confirm", token=second)
    assert reply.headers["location"] == "/tax/2025/estimate"
    await somebody.open(f"/sign-up/confirm?token={first}")
    assert "This link was used already." in somebody.says()


@pytest.mark.parametrize("way", FORMS)
async def test_what_has_to_be_mended_is_said_at_the_form_and_what_was_typed_stays(app: App, way: str) -> None:
    somebody = app.somebody()
    reply = await somebody.send(FORMS[way], email="maria at home", password=PASSWORD, next="/tax/2025/estimate?line=1")
    page = (await somebody.http_client.get(reply.headers["location"])).text
    assert all(said in page for said in ("maria at home", "It needs an @ sign", "/tax/2025/estimate?line=1"))


async def test_to_open_the_link_changes_nothing_and_the_press_signs_in_on_this_device_and_goes_on(app: App) -> None:
    address, laptop, phone = an_address(), app.somebody(), app.somebody()
    await signed_up(app, address)
    await laptop.send("sign-in-link", email=address, next="/account/devices")
    link = await _letter(app, address, earlier=1)
    phone.http_client.headers["User-Agent"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5) Version/18.5 Safari/604.1"
    for _ in range(2):
        await phone.open(link)
    assert "You will be signed in on this device: Safari on iPhone" in " ".join(phone.says().split())
    assert address in phone.says()
    assert "You will not be signed in there." in phone.says()
    assert (await phone.http_client.get("/account")).status_code == 303
    reply = await phone.send("sign-in-by-letter", token=link.partition("=")[2])
    assert reply.headers["location"] == "/account/devices"
    assert (await phone.http_client.get("/account")).status_code == 200
    assert (await laptop.http_client.get("/account")).status_code == 303


async def test_signing_in_by_a_letter_changes_the_token_of_the_session(app: App) -> None:
    somebody, address = await guest(app), an_address()
    await signed_up(app, address)
    before = somebody.http_client.cookies["mbtq_session"]
    await somebody.send("sign-in-link", email=address)
    await somebody.send("sign-in-by-letter", token=await _token(app, address, earlier=1))
    assert somebody.http_client.cookies["mbtq_session"] != before
    copy = app.somebody()
    copy.http_client.cookies.set("mbtq_session", before)
    assert (await copy.http_client.get("/account")).status_code == 303


@pytest.mark.parametrize(
    ("form", "page"),
    [
        ("sign-up-confirm", "/sign-up/confirm"),
        ("sign-in-by-letter", "/sign-in/by-letter"),
        ("new-password", "/forgot-password/new"),
    ],
)
async def test_a_made_up_link_leads_to_a_page_that_says_what_to_do(somebody: Somebody, form: str, page: str) -> None:
    reply = await somebody.send(form, token="made up", password=NEW)
    assert reply.headers["location"] == f"{page}?token=made+up"
    await somebody.open(reply.headers["location"])
    assert "We don’t know this link." in somebody.says()
    assert "Contact us" in somebody.says()


async def test_a_press_elsewhere_needs_the_password_that_was_chosen(app: App) -> None:
    laptop, phone, address = app.somebody(), await guest(app), an_address()
    await laptop.send("sign-up", email=address, password=PASSWORD)
    token = await _token(app, address)
    reply = await phone.send("sign-up-confirm", token=token)
    await phone.open(reply.headers["location"])
    assert "Please type the password that you chose" in phone.says()
    assert "It will not come along." in phone.says()
    reply = await phone.send("sign-up-confirm", token=token, password=PASSWORD)
    assert reply.headers["location"] == "/account"
    assert (await phone.http_client.get("/account")).status_code == 200


async def test_a_new_password_signs_out_and_is_asked_for_at_the_next_sign_in(app: App) -> None:
    address = an_address()
    laptop, phone = await signed_up(app, address), app.somebody()
    await phone.send("forgot-password", email=address)
    token = await _token(app, address, earlier=1)
    reply = await phone.send("new-password", token=token, password="short")
    page = (await phone.http_client.get(reply.headers["location"])).text
    assert "at least 15 characters" in page
    reply = await phone.send("new-password", token=token, password=NEW)
    letter = await letter_to(app.house.settings.data_dir, address, earlier=2)
    assert letter["Subject"] == "The password of your MBTQ account was changed"
    await phone.open(reply.headers["location"])
    assert "All your devices are signed out." in phone.says()
    assert (await laptop.http_client.get("/account")).status_code == 303
    assert (await phone.http_client.get("/account")).status_code == 303
    assert (await phone.send("sign-in", email=address, password=NEW)).headers["location"] == "/account"


async def test_a_second_step_stays_needed_and_who_was_half_way_in_by_the_old_password_begins_again(app: App) -> None:
    address, somebody, thief = an_address(), app.somebody(), app.somebody()
    person = await a_person(app.house, address=address, password_hash=await passwords.hashed(PASSWORD))
    phone = await with_second_step(app.house, person.person_id)
    await somebody.send("sign-in-link", email=address, next="/tax")
    reply = await somebody.send("sign-in-by-letter", token=await _token(app, address))
    assert reply.headers["location"] == "/sign-in/second-step?next=%2Ftax"
    assert (await somebody.http_client.get("/account")).status_code == 303
    await thief.send("sign-in", email=address, password=PASSWORD)
    await somebody.send("forgot-password", email=address)
    await somebody.send("new-password", token=await _token(app, address, earlier=1), password=NEW)
    code = phone.code()
    await thief.send("second-step", code=code, step="app")
    assert (await thief.http_client.get("/account")).status_code == 303
    reply = await somebody.send("sign-in", email=address, password=NEW)
    assert reply.headers["location"].startswith("/sign-in/second-step")
    await somebody.send("second-step", code=code, step="app")
    assert (await somebody.http_client.get("/account")).status_code == 200


async def test_who_is_signed_in_makes_no_second_account_at_the_form(app: App) -> None:
    somebody, address = await signed_up(app), an_address()
    reply = await somebody.send("sign-up", email=address, password=PASSWORD, next="/tax")
    assert reply.headers["location"] == "/tax"
    assert await letters_to(app.house.settings.data_dir, address) == []
