"""Whichever form opens a session, the device gets a cookie of its own, which outlives the session."""

import ast
from pathlib import Path

from tests.app import App
from tests.factories import PASSWORD, an_address
from tests.people import makes_account, signed_up
from ui import cookies

API = Path(__file__).parents[2] / "api"


async def test_the_cookie_of_a_device_outlives_signing_out_and_is_the_same_after_signing_in_again(app: App) -> None:
    address, somebody = an_address(), app.somebody()
    reply = await makes_account(app, somebody, address)
    [written] = [each for each in reply.headers.get_list("set-cookie") if each.startswith(cookies.DEVICE)]
    assert all(part in written for part in ("HttpOnly", "Path=/", "SameSite=lax", f"Max-Age={400 * 24 * 3600}"))
    token = somebody.http_client.cookies[cookies.DEVICE]
    await somebody.send("sign-out")
    assert somebody.http_client.cookies[cookies.DEVICE] == token
    await somebody.send("sign-in", email=address, password=PASSWORD)
    assert somebody.http_client.cookies[cookies.DEVICE] == token


async def test_a_guest_and_a_sign_in_that_failed_get_none(app: App) -> None:
    somebody, member = app.somebody(), await signed_up(app)
    await somebody.send("estimate", tax_year="2025")
    await somebody.send("sign-in", email=an_address(), password=PASSWORD)
    assert cookies.DEVICE not in somebody.http_client.cookies
    assert cookies.DEVICE in member.http_client.cookies


def test_every_way_in_leads_through_the_route_that_meets_the_device() -> None:
    open_sessions = [path for path in API.rglob("*.py") if _calls(path, "signed_in")]
    assert open_sessions
    assert [path for path in open_sessions if "route_class=FormRoute" not in path.read_text(encoding="utf-8")] == []


def _calls(path: Path, name: str) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == name for called in calls)
