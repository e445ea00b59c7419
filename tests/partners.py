"""Partners who use the API, as tests need them: with a key of their own, and like a program rather than a browser."""

from typing import Any

import httpx

from services.partners.keys import DESK, MadeKey, make_key, revoke_key
from tests.app import App

ESTIMATE = "/api/tax/refund-estimate"
REGISTER, ASSESS = "/api/intake/tax-client", "/api/intake/needs-assessment"
FOR_PARTNERS = {ESTIMATE, REGISTER, ASSESS}


async def a_key(app: App, partner: str = "Example Bank") -> MadeKey:
    """A key just made."""
    async with app.house.transaction(DESK) as session:
        return await make_key(session, DESK, partner=partner)


async def revoke(app: App, key: MadeKey) -> None:
    """End a key."""
    async with app.house.transaction(DESK) as session:
        await revoke_key(session, DESK, prefix=key.prefix)


def a_program(app: App, **headers: str) -> httpx.AsyncClient:
    """A program of somebody else: it names no origin and has no cookie."""
    client = app.somebody().http_client
    client.headers = httpx.Headers(headers)
    return client


class Desk:
    """A partner's program that asks for estimates."""

    def __init__(self, app: App, key: MadeKey) -> None:
        self.client = a_program(app, **{"X-API-Key": key.key})

    async def ask(self, **question: Any) -> httpx.Response:
        """Ask as JSON."""
        return await self.client.post(ESTIMATE, json=question)

    async def send(self, body: bytes | str, content_type: str = "application/json") -> httpx.Response:
        """Send whatever."""
        return await self.client.post(ESTIMATE, content=body, headers={"Content-Type": content_type})

    async def flaws(self, body: bytes | str) -> list[tuple[str, str]]:
        """Pointer and code of all that is wrong with a body."""
        reply = await self.send(body)
        assert reply.status_code == 400, reply.text
        return [(error["pointer"], error["code"]) for error in reply.json()["errors"]]


async def a_partner(app: App) -> Desk:
    """A partner with a key."""
    return Desk(app, await a_key(app))
