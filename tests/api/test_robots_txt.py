"""Search engines keep away from private places, and find what everybody may read (RFC 9309)."""

from urllib.robotparser import RobotFileParser

from tests.app import App


async def test_robots_look_at_public_pages_and_at_no_private_place(app: App) -> None:
    reply = await app.somebody().http_client.get("/robots.txt")
    assert (reply.status_code, reply.headers["content-type"]) == (200, "text/plain; charset=utf-8")
    rules = RobotFileParser()
    rules.parse(reply.text.splitlines())
    for path in ("/", "/tax", "/accessibility", "/privacy", "/contact", "/sign-in", "/services"):
        assert rules.can_fetch("Googlebot", path), path
    for path in (
        "/account",
        "/account/consents",
        "/account-deletion/undo",
        "/tax/2025/estimate",
        "/documents",
        "/staff/x",
    ):
        assert not rules.can_fetch("Googlebot", path), path
