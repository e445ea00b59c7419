"""A demo account is shared: how one signs in to it stays, and every page and form says why."""

import pytest

from services.accounts import enrolment, passwords
from services.visitor import Guest
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from ui import cookies

WHY = "Many people share it."


@pytest.fixture
async def rosa(app: App) -> Somebody:
    """Somebody who looks around in a demo account."""
    somebody, password_hash = app.somebody(), await passwords.hashed(PASSWORD)
    async with app.house.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(session, Guest(), address=an_address(), password_hash=password_hash, demo=True)
    somebody.http_client.cookies.set(cookies.SESSION, opened.token)
    return somebody


@pytest.mark.parametrize(
    "path",
    ["/account/security/password", "/account/security/email", "/account/passkeys", "/account/second-step"],
)
async def test_a_page_says_why_in_place_of_its_form(rosa: Somebody, path: str) -> None:
    await rosa.open(path)
    assert WHY in rosa.says()
    assert "/api/forms/password" not in (await rosa.http_client.get(path)).text


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ("password", {"current": PASSWORD, "password": "seven quiet lamps on a boat"}),
        ("email-address", {"email": "somebody@people.example"}),
        ("second-step/remove", {"password": PASSWORD}),
    ],
)
async def test_a_form_that_is_sent_all_the_same_is_refused(rosa: Somebody, form: str, fields: dict[str, str]) -> None:
    assert (await rosa.send(form, **fields)).status_code == 403


async def test_no_question_goes_to_a_device_and_no_app_is_set_up(rosa: Somebody) -> None:
    assert (await rosa.http_client.post("/api/passkeys/add")).status_code == 403
    assert (await rosa.http_client.get("/account/second-step/set-up")).status_code == 403
