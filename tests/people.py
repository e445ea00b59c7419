"""People at a browser, brought to where a test begins."""

import httpx

from db.values.people import Role
from services.visitor import Person
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_account, an_address
from tests.letters import letter_to, token_in
from ui import cookies


async def signed_up(app: App, address: str = "") -> Somebody:
    """Somebody who has just made an account through the form, and by the link in the letter that came."""
    somebody = app.somebody()
    reply = await makes_account(app, somebody, address or an_address())
    assert reply.headers["location"] == "/account"
    return somebody


async def makes_account(app: App, somebody: Somebody, address: str, **fields: str) -> httpx.Response:
    """Send the form, read the letter, and press the button of its link in the same browser: the answer to that."""
    await somebody.send("sign-up", email=address, password=PASSWORD, **fields)
    letter = await letter_to(app.house.settings.data_dir, address)
    return await somebody.send("sign-up-confirm", token=token_in(letter))


async def guest(app: App, *, tax_year: int = 2025) -> Somebody:
    """Somebody without an account who has begun an estimate."""
    somebody = app.somebody()
    reply = await somebody.send("estimate", tax_year=str(tax_year))
    assert reply.headers["location"] == f"/tax/{tax_year}/estimate"
    return somebody


async def somebody_as(app: App, role: Role) -> Somebody:
    """Somebody who is signed in to an account of this role; who works for us, by two factors."""
    somebody, _ = await known_as(app, role)
    return somebody


async def known_as(app: App, role: Role = Role.CUSTOMER, address: str = "") -> tuple[Somebody, Person]:
    """The same, and who they are."""
    somebody = app.somebody()
    opened = await an_account(app.house, role=role, address=address)
    somebody.http_client.cookies.set(cookies.SESSION, opened.token)
    return somebody, opened.visitor
