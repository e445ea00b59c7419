"""Values that are not what they should be: each is refused or taken as plain text, and no answer tells what broke."""

from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.app import App
from tests.people import signed_up
from tests.security.attempts import Attempts
from tests.security.doors import Door, forms, pages
from tests.security.hostile import SENSES, TEXTS

BODIES = (
    *(b"", b"{", b"null", b"[" * 5_000, b'{"tax_year": NaN}', b'"\\ud800"', b"\xff\xfe\x00"),
    *(b'{"__proto__": {"x": 1}}', b"a=1&a=2&" * 500, b"%ff%00=%"),
)
WITH_FILES = ("/api/forms/feedback",)
TYPES = ("application/json", "application/x-www-form-urlencoded")


def bears(reply: httpx.Response) -> bool:
    """Whether the house answered in order, and kept to itself how it is made."""
    return reply.status_code < 500 and not any(sense in reply.text for sense in SENSES)


@pytest.mark.parametrize("is_known", [False, True], ids=["stranger", "customer"])
async def test_every_field_of_every_form_bears_every_text(app: App, attempts: Attempts, is_known: bool) -> None:
    somebody = await signed_up(app) if is_known else app.somebody()
    for door in forms(app):
        if door.path == "/api/forms/sign-out":
            continue  # nothing is typed there, and the rest needs the session
        for text in TEXTS[is_known::2]:  # half of them each
            typed = dict.fromkeys(door.fields, text)
            if door.path in WITH_FILES:
                sent: dict[str, Any] = {"files": {"video": (text[:60], b"", "video/mp4")}, "data": typed}
            else:
                sent = {"data": typed}
            reply = await somebody.http_client.post(door.filled(), **sent)
            attempts.tried(f"{door.path} {text[:20]!r} {reply.status_code}", refused=bears(reply))


async def test_every_page_bears_every_text_in_its_address(app: App, attempts: Attempts) -> None:
    somebody = await signed_up(app)
    for number, door in enumerate(pages(app)):
        for text in TEXTS[number % 4 :: 4]:  # a quarter of them each: every kind of page meets every text
            for request in asked(door, text):
                reply = await somebody.http_client.get(**request)
                attempts.tried(f"{door.path} {text[:20]!r} {reply.status_code}", refused=bears(reply))


async def test_every_door_bears_every_body(app: App, attempts: Attempts) -> None:
    somebody = await signed_up(app)
    for number, door in enumerate(forms(app)):
        for place, body in enumerate(BODIES):
            kind = TYPES[(number + place) % len(TYPES)]
            reply = await somebody.http_client.post(door.filled(), content=body, headers={"Content-Type": kind})
            attempts.tried(f"{door.path} {kind} {body[:20]!r} {reply.status_code}", refused=bears(reply))


def asked(door: Door, text: str) -> list[dict[str, Any]]:
    """The requests by which a text comes to a page: in a part of its path, and in its query."""
    in_path = [{"url": door.filled(**{part: quote(text[:200], safe="")})} for part in door.parts]
    in_query = [{"url": door.filled(), "params": dict.fromkeys(door.query, text[:2_000])}] if door.query else []
    return in_path + in_query
