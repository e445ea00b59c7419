"""The page on which a customer checks that somebody is one of us, and the code on the page of who is."""

import asyncio
import re
from datetime import timedelta

import pytest

from db.values.people import Role
from services.genuine import codes
from tests.app import App
from tests.factories import an_assignment
from tests.pages.acting import heard, press, type_into
from tests.people import known_as

pytestmark = pytest.mark.usefixtures("nobody_works_here")
PAGE = "/account/our-team"


async def test_a_customer_checks_an_interpreter_by_the_code_that_is_shown_to_them(app: App) -> None:
    (maria, person), (ines, interpreter) = await known_as(app), await known_as(app, Role.INTERPRETER)
    await maria.open(PAGE)
    assert "Nobody of our team sees your data now." in maria.says()
    assert "Check this code" not in maria.says()
    await maria.open("/account")
    assert "Check that it is really our team" in maria.says()  # who is no colleague writes to just these people
    await an_assignment(app.house, interpreter, person, role=Role.INTERPRETER)
    await maria.open(PAGE)
    assert "your interpreter" in maria.says()
    await press(maria, "Check this code")
    assert "A code has 6 digits. Type all of them." in maria.says()

    await ines.open(f"/staff/customers/{person.person_id}")
    await press(ines, "Show my code")
    digits = re.findall(r"\b\d{3} \d{3}\b", ines.says())[0]
    assert "It is good for 10 more minutes." in ines.says()
    assert f"Your code is {digits}." in heard(ines)
    wrong = f"{(int(digits.replace(' ', '')) + 1) % 1_000_000:06}"
    await type_into(maria, "Their code", wrong)
    await press(maria, "Check this code")
    assert "Nobody who is with you now has this code. Ask them to show a new one" in maria.says()
    await type_into(maria, "Their code", digits)
    await press(maria, "Check this code")
    assert "Nobody who is with you now has this code" not in maria.says()
    yes = "Yes, this is our team. The code is from A interpreter, your interpreter."
    assert yes in maria.says()
    assert yes in heard(maria)
    await maria.open("/account/who-looked")
    assert "Showed their code, by which you know that they are one of us" in maria.says()


async def test_a_code_leaves_a_page_that_stays_open_when_it_is_over(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "LASTS", timedelta(seconds=1))
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    await an_assignment(app.house, preparer, person, role=Role.PREPARER)
    await dana.open(f"/staff/customers/{person.person_id}")
    await press(dana, "Show my code")
    assert "It is good for 1 more minute." in dana.says()
    digits = re.findall(r"\b\d{3} \d{3}\b", dana.says())[0]
    over = "Your code is over. Show a new one if the customer still asks."
    async with asyncio.timeout(5):
        while over not in dana.says():  # noqa: ASYNC110  # nobody tells
            await asyncio.sleep(0.02)
    assert over in heard(dana)
    assert digits not in dana.says()
    assert "more minute" not in dana.says()
    await maria.open(PAGE)
    await type_into(maria, "Their code", digits)
    await press(maria, "Check this code")
    assert "This code is too old. Ask them to show a new one, and type that." in maria.says()
