"""Each request has an id of its own and one line, which tells the kind of page and of visitor, and no more."""

import asyncio
import io
import json
import logging
from typing import Any
from uuid import UUID

import httpx
import pytest
import uvicorn
from nicegui import core
from starlette.types import Message

from db.occasion import Kind, current
from services.journal.lines import in_json
from tests.app import App, Somebody
from tests.partners import ESTIMATE, a_program
from tests.processes.house_process import free_port
from tests.services.jobs.waiting import until
from ui.middleware.request_journal import HEADER, RequestJournal

TOLD = ("method", "route", "status", "bytes", "visitor")


@pytest.fixture(name="lines")
def _lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, logger="services.journal.entries")
    return caplog


def told(lines: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    return [{name: getattr(one, name) for name in TOLD} for one in lines.records if one.getMessage() == "request"]


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/internal/health", "/assets/fonts/LICENCE.txt"])
async def test_every_answer_names_its_request_by_an_id_of_our_own(somebody: Somebody, path: str) -> None:
    replies = [await somebody.http_client.get(path, headers={HEADER: "chosen-by-others"}) for _ in range(2)]
    first, second = (UUID(reply.headers[HEADER]) for reply in replies)
    assert first.version == 7
    assert first != second


async def test_a_page_is_one_line_with_its_bytes_and_without_its_address(
    somebody: Somebody, lines: pytest.LogCaptureFixture
) -> None:
    headers = {"Accept-Encoding": "identity"}
    reply = await somebody.http_client.get("/sign-in?email=rosa@example.org", headers=headers)
    size = len(reply.content)
    assert told(lines) == [
        {"method": "GET", "route": "/sign-in", "status": 200, "bytes": size, "visitor": "nobody"},
    ]
    assert lines.records[-1].ms > 0  # type: ignore[attr-defined]  # put there by the journal
    assert "rosa" not in str([vars(record) for record in lines.records if record.name.startswith("services")])


@pytest.mark.parametrize(
    ("path", "route", "status"),
    [
        ("/tax/2025/estimate", "/tax/{tax_year}/estimate", 303),
        ("/tax/rosa/estimate", "/tax/{tax_year}/estimate", 404),
        ("/rosa/123-45-6789", "-", 404),
        ("/assets/fonts/rosa", "/assets/fonts/*", 404),
        ("/api/rosa", "/api/{path:path}", 404),
    ],
)
async def test_a_route_is_told_by_its_template(
    somebody: Somebody, lines: pytest.LogCaptureFixture, path: str, route: str, status: int
) -> None:
    await somebody.http_client.get(path)
    [line] = told(lines)
    assert (line["route"], line["status"]) == (route, status)


async def test_a_program_with_a_wrong_key_and_a_method_of_its_own_is_told_calmly(
    app: App, lines: pytest.LogCaptureFixture
) -> None:
    await a_program(app).post(ESTIMATE, json={})
    await a_program(app).request("ROSA", ESTIMATE)
    assert [(line["method"], line["visitor"]) for line in told(lines)] == [("POST", "unknown"), ("OTHER", "nobody")]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ([], 499),
        ([{"type": "websocket.close", "code": 1008}], 403),
        ([{"type": "websocket.accept"}, {"type": "websocket.close"}], 101),
    ],
)
async def test_a_socket_is_one_line_too(lines: pytest.LogCaptureFixture, sent: list[Message], status: int) -> None:
    async def answer(_scope: Any, _receive: Any, send: Any) -> None:
        for message in sent:
            await send(message)

    async def take(message: Message) -> None:
        assert message["type"] != "websocket.accept" or dict(message["headers"])[HEADER.lower().encode()]

    await RequestJournal(answer)({"type": "websocket"}, _nothing, take)
    told = [(one.getMessage(), one.status) for one in lines.records]  # type: ignore[attr-defined]  # likewise
    assert told == [("socket", status)]


async def test_a_bug_that_nobody_answered_is_a_line_with_500(lines: pytest.LogCaptureFixture) -> None:
    async def break_down(*_: Any) -> None:
        raise RuntimeError("rosa")

    with pytest.raises(RuntimeError):
        await RequestJournal(break_down)({"type": "http", "method": "GET"}, _nothing, _nothing)
    assert [line["status"] for line in told(lines)] == [500]


@pytest.mark.parametrize("slow", ["sends", "reads"])
async def test_who_sends_or_reads_slowly_makes_no_answer_slow(lines: pytest.LogCaptureFixture, slow: str) -> None:
    pieces = [{"type": "http.request", "body": b"x", "more_body": more} for more in (True, True, False)]

    async def receive() -> Any:
        await asyncio.sleep(0.2 if slow == "sends" else 0)
        return pieces.pop(0)

    async def answer(_scope: Any, take: Any, send: Any) -> None:
        while (await take())["more_body"]:
            pass
        await asyncio.sleep(0.05)
        await send({"type": "http.response.start", "status": 200})
        await send({"type": "http.response.body", "body": b"x"})

    async def reads(_: Message) -> None:
        await asyncio.sleep(0.3 if slow == "reads" else 0)

    await RequestJournal(answer)({"type": "http", "method": "POST"}, receive, reads)
    [line] = [one for one in lines.records if one.getMessage() == "request"]
    assert 50 <= line.ms < 200  # type: ignore[attr-defined]  # put there by the journal


async def test_what_is_awaited_after_the_body_is_our_own_time(lines: pytest.LogCaptureFixture) -> None:
    messages = [{"type": "http.request", "body": b"", "more_body": False}, {"type": "http.disconnect"}]

    async def receive() -> Any:
        await asyncio.sleep(0.1)
        return messages.pop(0)

    async def answer(_scope: Any, take: Any, send: Any) -> None:
        await take()
        await take()
        await send({"type": "http.response.start", "status": 200})

    await RequestJournal(answer)({"type": "http", "method": "POST"}, receive, _nothing)
    [line] = [one for one in lines.records if one.getMessage() == "request"]
    assert 100 <= line.ms < 190  # type: ignore[attr-defined]  # likewise


async def _nothing(*_: Any) -> Any:
    return None


async def test_each_message_of_a_socket_has_an_id_of_its_own(app: App) -> None:
    assert app.origin
    hear = core.sio.handlers["/"]["event"]
    ids = []
    for _ in range(2):
        hear("a-socket", {"client_id": "a-page"})
        occasion = current()
        assert occasion is not None
        assert occasion.kind is Kind.EVENT
        ids.append(occasion.id)
    assert ids[0] != ids[1]


async def test_what_a_browser_would_have_us_log_is_not_written_down(
    app: App, somebody: Somebody, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.origin
    page = await somebody.open("/")
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(core.sio, "rooms", lambda _sid: [page.id])
    core.sio.handlers["/"]["log"]("a-socket", {"client_id": page.id, "level": "error", "message": "Rosa Diaz"})
    assert "a browser tells of trouble" in caplog.text
    assert "Rosa" not in caplog.text


async def test_a_bug_that_gets_away_is_logged_by_the_server_with_the_id_of_its_request() -> None:
    ids: list[str] = []

    async def break_down(scope: Any, _receive: Any, _send: Any) -> None:
        occasion = current()
        ids.append(occasion.id if occasion and scope["type"] == "http" else "")
        raise RuntimeError("Rosa Diaz")

    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.setFormatter(in_json())
    config = uvicorn.Config(RequestJournal(break_down), port=free_port(), log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    logging.getLogger("uvicorn.error").addHandler(handler)
    try:
        serving = asyncio.create_task(server.serve())
        await until(lambda: server.started)
        async with httpx.AsyncClient() as client:
            reply = await client.get(f"http://127.0.0.1:{config.port}/")
        server.should_exit = True
        await serving
    finally:
        logging.getLogger("uvicorn.error").removeHandler(handler)
    assert reply.status_code == 500
    [line] = [json.loads(line) for line in told.getvalue().splitlines() if "RuntimeError" in line]
    assert (line["request_id"], line["level"]) == (ids[0], "error")
    assert "Rosa" not in told.getvalue()
