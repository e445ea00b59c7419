"""No address that a visitor brings is ever asked (SSRF): the house calls only what its settings name.

Two watch: a listener of our own, whose address is sent through every door, and Python's audit of every connection.
"""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from services.documents import listing
from services.jobs.check_document import check_document
from tests.api.sending_documents import send_documents
from tests.app import App
from tests.partners import a_partner
from tests.people import known_as
from tests.security.attempts import Attempts
from tests.security.doors import forms, pages
from tests.security.test_uploads import a_pdf_that_looks_elsewhere

HEADERS = ("Host", "X-Forwarded-Host", "X-Forwarded-For", "X-Original-URL", "Referer", "Forwarded", "True-Client-IP")


@dataclass
class Watch:
    """Whom this process called, and who called the listener."""

    address: str = ""
    calls: list[str] = field(default_factory=list)

    @property
    def urls(self) -> tuple[str, ...]:
        """What leads there, and to where clouds keep the keys of a machine."""
        host = self.address.removeprefix("http://")
        return (f"{self.address}/x.pdf", f"//{host}/x", f"x@{host}", "http://169.254.169.254/latest/meta-data/")

    def noticed(self, event: str, told: tuple[Any, ...]) -> None:
        """Keep each call that leaves this process by a network."""
        if event == "socket.getaddrinfo":
            self.calls.append(f"looked up {told[0]!r}")
        elif event == "socket.connect" and told[0].family in {socket.AF_INET, socket.AF_INET6}:
            self.calls.append(f"called {told[1]!r}")


_WATCHES: list[Watch] = []


def _tell(event: str, told: tuple[Any, ...]) -> None:
    for each in _WATCHES:
        each.noticed(event, told)


sys.addaudithook(_tell)  # it can't be taken away again; without a watch it does nothing


@pytest.fixture(name="watch")
async def _watch(app: App) -> AsyncIterator[Watch]:
    """Begins when the app runs, so that what it does at its start is not counted."""
    assert app.house
    found = Watch()

    async def called(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.calls.append("the listener was called")
        writer.close()

    async with await asyncio.start_server(called, "127.0.0.1", 0) as server:
        found.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        _WATCHES.append(found)
        yield found
        _WATCHES.remove(found)


def everything_with(app: App, url: str) -> Iterator[dict[str, Any]]:
    """A request for every door with an address in all that it takes."""
    for door in forms(app):
        if door.path != "/api/forms/sign-out":
            yield {"method": "POST", "url": door.filled(), "data": dict.fromkeys(door.fields, url)}
    for door in pages(app):
        in_path = {part: quote(url, safe="") for part in door.parts}
        yield {
            "method": "GET",
            "url": door.filled(**in_path),
            "params": dict.fromkeys((*door.query, "url", "next"), url),
        }


async def test_no_address_that_is_sent_to_any_door_is_asked(app: App, watch: Watch, attempts: Attempts) -> None:
    maria, _ = await known_as(app)
    for number, somebody in enumerate((app.somebody(), maria)):
        for url in watch.urls[number::2]:
            for request in everything_with(app, url):
                watch.calls.clear()
                await somebody.http_client.request(**request)
                attempts.tried(f"{request['url']} {url}: {watch.calls}", refused=not watch.calls)
    for header in HEADERS:
        watch.calls.clear()
        await maria.http_client.get("/account", headers={header: watch.urls[0]})
        attempts.tried(f"{header}: {watch.calls}", refused=not watch.calls)


async def test_no_address_in_a_file_or_in_what_a_partner_sends_is_asked(
    app: App, watch: Watch, attempts: Attempts
) -> None:
    maria, person = await known_as(app)
    partner = await a_partner(app)
    watch.calls.clear()
    papers = a_pdf_that_looks_elsewhere().replace(b"http://169.254.169.254", watch.address.encode())
    await send_documents(maria, (watch.urls[0], papers))
    async with app.house.transaction(person) as session:
        found = await listing.documents(session, person)
    for document in found:
        await check_document.work(app.house, document_id=str(document.id))
    attempts.tried(f"a PDF with addresses: {watch.calls}", refused=bool(found) and not watch.calls)
    for body in (
        f'{{"income_w2": "{watch.address}"}}',
        f'{{"$ref": "{watch.address}"}}',
        f'<!ENTITY x "{watch.address}">',
    ):
        watch.calls.clear()
        await partner.send(body)
        attempts.tried(f"{body}: {watch.calls}", refused=not watch.calls)


async def test_the_watch_sees_who_calls(watch: Watch) -> None:
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.TransportError):
            await client.get(watch.address)
    assert "the listener was called" in watch.calls
    assert any(each.startswith("called") for each in watch.calls)
