"""Whatever goes wrong under /api/, a program reads problem details, and a person at a form reads a page."""

from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import APIRouter, FastAPI

import api
from api.problems import ProblemRoute
from api.tax import refund_estimate
from db.engine import make_engine
from services import words
from services.errors import Conflict, HouseError, Invalid, NotAllowed, NotFound, Unavailable
from services.house import House
from tests.app import App
from tests.partners import ESTIMATE, a_partner, a_program
from tests.ui.test_security import HEADERS


def problem(reply: httpx.Response) -> tuple[int, str]:
    """Status and title of a problem that is told in the one shape that all have."""
    assert reply.headers["content-type"] == "application/problem+json"
    body = reply.json()
    assert body.keys() == {"type", "title", "status", "detail", "errors"}
    assert body["status"] == reply.status_code
    return reply.status_code, body["title"]


def a_caller(router: APIRouter, house: House | None = None) -> httpx.AsyncClient:
    """Somebody who calls endpoints without the rest of the application."""
    app = FastAPI()
    app.include_router(router)

    async def with_state(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, "state": {"house": house}}, receive, send)

    return httpx.AsyncClient(transport=httpx.ASGITransport(with_state), base_url="http://test")


@pytest.mark.parametrize("path", ["/api/", "/api/nowhere", "/api/tax", "/api/tax/refund-estimate/", "/api/internal/x"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_an_address_that_leads_nowhere_is_told_as_a_problem(app: App, method: str, path: str) -> None:
    assert problem(await a_program(app).request(method, path)) == (404, "Not Found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", ESTIMATE, "POST"),
        ("PUT", ESTIMATE, "POST"),
        ("POST", "/api/openapi.json", "GET"),
        ("DELETE", "/api/internal/health/ready", "GET, HEAD"),
    ],
)
async def test_a_wrong_method_is_told_which_are_right(app: App, method: str, path: str, allowed: str) -> None:
    reply = await a_program(app).request(method, path)
    assert problem(reply) == (405, "Method Not Allowed")
    assert reply.headers["allow"] == allowed


async def test_somebody_who_loads_the_address_of_a_form_reads_a_page(app: App) -> None:
    reply = await app.somebody().http_client.get("/api/forms/sign-in")
    assert (reply.status_code, reply.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Go to the first page" in reply.text


@pytest.mark.parametrize(
    ("failure", "status", "detail"),
    [
        (Invalid("email", "email.missing"), 400, "api.400.detail"),
        (NotAllowed(), 403, "not_allowed"),
        (NotFound(), 404, "not_found"),
        (Conflict("sign_in.not_right"), 409, "sign_in.not_right"),
        (Unavailable("mail.unavailable"), 503, "mail.unavailable"),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_each_expected_failure_has_its_status_and_says_itself_what_happened(
    failure: HouseError, status: int, detail: str
) -> None:
    router = APIRouter(route_class=ProblemRoute)

    @router.get("/fails")
    async def fails(number: int = 0) -> int:
        if number:
            return number
        raise failure

    async with a_caller(router) as client:
        reply, not_a_number = [await client.get(f"/fails?number={number}") for number in ("0", "seven")]
    assert problem(reply) == (status, words.sentence(f"api.{status}.title"))
    assert reply.json()["detail"] == words.sentence(detail)
    assert problem(not_a_number) == (400, "Bad Request")
    assert [error["pointer"] for error in not_a_number.json()["errors"]] == ["/query/number"]


async def test_our_own_mistake_is_told_calmly_and_logged(
    app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    partner = await a_partner(app)
    monkeypatch.setattr(refund_estimate, "estimate", None)
    reply = await partner.ask(income_w2=31200)
    assert problem(reply) == (500, "Internal Server Error")
    assert {name: reply.headers.get(name) for name in HEADERS} == HEADERS
    assert "TypeError" in caplog.text
    assert "TypeError" not in reply.text


async def test_a_database_that_does_not_answer_is_told_as_a_pause(house: House) -> None:
    away = make_engine("postgresql://mbtq_app@127.0.0.1:9/mbtq")
    key = {"X-API-Key": f"mbtq_abcdefgh_{'x' * 43}"}
    async with a_caller(api.router, replace(house, engine=away)) as client:
        assert problem(await client.post(ESTIMATE, headers=key)) == (503, "Service Unavailable")
    await away.dispose()


async def test_a_program_without_origin_and_cookies_is_not_taken_for_another_site(app: App) -> None:
    assert problem(await a_program(app).post(ESTIMATE)) == (401, "Unauthorized")
