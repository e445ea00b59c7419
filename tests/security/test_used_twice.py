"""Tokens that somebody has seen: used a second time, or at another door, they open nothing (token replay).

And sessions that somebody has planted (session fixation): signing in leaves them behind.
"""

from collections.abc import Mapping

from services.accounts.enrolment import DOOR
from services.accounts.sessions import visitor_of
from services.visitor import Person
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from tests.letters import letter_to, token_in
from tests.people import guest, signed_up
from tests.security.attempts import Attempts
from ui import cookies

NEW = "four words nobody knows"
PRESSED: Mapping[str, Mapping[str, str]] = {
    "sign-up-confirm": {"password": PASSWORD},
    "sign-in-by-letter": {},
    "new-password": {"password": NEW},
    "email-address/confirm": {},
    "email-address/undo": {},
    "account-recovery/stop": {},
    "account-recovery/password": {"password": NEW},
}
"""Every form that a page of a letter sends, beside the token."""


async def _letter(app: App, somebody: Somebody, form: str, address: str, *, earlier: int, **fields: str) -> str:
    """Have a letter written: the token in it."""
    await somebody.send(form, email=address, **fields)
    return token_in(await letter_to(app.house.settings.data_dir, address, earlier=earlier))


async def _tokens(app: App) -> dict[str, str]:
    """A token of each kind that a stranger can have written to an address of their own, by the form it is for."""
    address, new, other = an_address(), an_address(), an_address()
    maria = await signed_up(app, address)
    return {
        "sign-up-confirm": await _letter(app, app.somebody(), "sign-up", other, earlier=0, password=PASSWORD),
        "sign-in-by-letter": await _letter(app, app.somebody(), "sign-in-link", address, earlier=1),
        "new-password": await _letter(app, app.somebody(), "forgot-password", address, earlier=2),
        "email-address/confirm": await _letter(app, maria, "email-address", new, earlier=0),
    }


async def _opens(app: App, somebody: Somebody) -> bool:
    """Whether this browser is signed in now."""
    token = somebody.http_client.cookies.get(cookies.SESSION) or ""
    async with app.house.transaction(DOOR) as session:
        return isinstance(await visitor_of(session, token), Person)


def _went_well(way: str) -> bool:
    """Whether the answer says that something was changed."""
    return "done" in way or way == "/account"


async def test_a_token_works_at_no_other_door(app: App, attempts: Attempts) -> None:
    for own, token in (await _tokens(app)).items():
        for form, fields in PRESSED.items():
            if form == own:
                continue
            thief = app.somebody()
            way = (await thief.send(form, token=token, **fields)).headers.get("location", "")
            refused = not _went_well(way) and not await _opens(app, thief)
            attempts.tried(f"the token of {own} at {form}: {way}", refused=refused)


async def test_a_token_works_once(app: App, attempts: Attempts) -> None:
    for form, token in (await _tokens(app)).items():
        first = (await app.somebody().send(form, token=token, **PRESSED[form])).headers["location"]
        assert _went_well(first), (form, first)
        for _ in range(2):
            thief = app.somebody()
            way = (await thief.send(form, token=token, **PRESSED[form])).headers.get("location", "")
            refused = not _went_well(way) and not await _opens(app, thief)
            attempts.tried(f"{form} once more: {way}", refused=refused)


async def test_a_token_that_is_nearly_right_opens_nothing(app: App, attempts: Attempts) -> None:
    for form, token in (await _tokens(app)).items():
        for wrong in (token[:-1], token + "A", token.swapcase(), token[::-1], f" {token}", ""):
            thief = app.somebody()
            way = (await thief.send(form, token=wrong, **PRESSED[form])).headers.get("location", "")
            refused = not _went_well(way) and not await _opens(app, thief)
            attempts.tried(f"{form} with {wrong!r}", refused=refused)


async def test_a_session_that_was_planted_is_worth_nothing_after_signing_in(app: App, attempts: Attempts) -> None:
    address = an_address()
    await signed_up(app, address)
    thief = await guest(app)
    planted = thief.http_client.cookies[cookies.SESSION]
    for made_up in (planted, "x" * 43, ""):
        victim = app.somebody()
        victim.http_client.cookies.set(cookies.SESSION, made_up)
        reply = await victim.send("sign-in", email=address, password=PASSWORD)
        got = reply.cookies[cookies.SESSION]
        assert reply.headers["location"] == "/account"
        attempts.tried(f"the session {made_up!r}", refused=got != made_up and not await _opens(app, thief))
        reply = await thief.http_client.get("/account")
        attempts.tried(f"the account by {made_up!r}", refused=reply.status_code == 303)
