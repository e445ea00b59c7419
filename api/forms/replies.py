"""How a form answers: always 303 (RFC 9110, 15.4.4), on to the next page or back to the same one."""

from fastapi import Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from services import attempts
from services.accounts.sessions import Opened
from services.errors import Invalid
from services.house import House
from services.visitor import Guest, Person
from ui import cookies
from ui.guards import way_to_prove, way_to_second_step


def onward(path: str) -> RedirectResponse:
    """Go to a page of ours; a path that would leave this site leads home instead."""
    return RedirectResponse(_ours(path), 303)


async def back(house: House, form: str, path: str, problems: list[Invalid], typed: dict[str, str]) -> RedirectResponse:
    """Go back to the form. What was typed waits there once, with what to mend."""
    async with house.transaction(attempts.FORMS) as session:
        token = await attempts.keep(session, form, problems, typed)
    reply = onward(path)
    cookies.put(reply, house.settings, cookies.ATTEMPT, token, lasts=attempts.KEPT_FOR)
    return reply


def for_script(request: Request, reply: Response) -> Response:
    """The same answer for components/upload, which shows how far a form is: as JSON, with its cookies."""
    if request.headers.get("accept") != "application/json":
        return reply
    told = JSONResponse({"to": reply.headers["location"]})
    told.raw_headers += [each for each in reply.raw_headers if each[0] in {b"set-cookie", b"connection"}]
    return told


async def prove_first(house: House, form: str, path: str, typed: dict[str, str]) -> RedirectResponse:
    """Have a person show again that it is them, and come back to the form. What was typed waits there once."""
    reply = await back(house, form, path, [], typed)
    reply.headers["Location"] = way_to_prove(path)
    return reply


class SignedIn(RedirectResponse):
    """The answer to somebody whose session has just been opened. The route meets their device (form_route.py)."""

    visitor: Person | Guest


def signed_in(house: House, opened: Opened[Person | Guest], path: str) -> SignedIn:
    """Go on with a session just opened: first to the second step, where one is owed."""
    reply = SignedIn(way_to_second_step(path) if opened.owes_step else _ours(path), 303)
    reply.visitor = opened.visitor
    cookies.put(reply, house.settings, cookies.SESSION, opened.token, lasts=opened.lasts)
    return reply


def _ours(path: str) -> str:
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_ours else "/"
