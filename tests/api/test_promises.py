"""What the contract promises of answers is so: each status that is written is given, and looks as it is written."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from api import json_body, key_holder
from api.json_body import LARGEST_BYTES
from api.rate_limit import middleware
from api.rate_limit.callers import Caller
from api.tax import refund_estimate
from tests.api.written import SCHEMAS, broken_promises, complaints, names_in, names_of, operation
from tests.app import App
from tests.partners import ESTIMATE, Desk, a_partner, a_program

A_CHILD = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 9}, "income": {"taxable_interest": 9000}}
BODY = operation(ESTIMATE, "post")["requestBody"]["content"]["application/json"]
ANSWERS = operation(ESTIMATE, "post")["responses"]["200"]["content"]["application/json"]["examples"]
Asking = Callable[[Desk], Awaitable[httpx.Response]]


async def _without_key(partner: Desk) -> httpx.Response:
    del partner.client.headers["X-API-Key"]
    return await partner.ask(income_w2=1)


async def _from_another_site(partner: Desk) -> httpx.Response:
    partner.client.headers["Origin"] = "https://elsewhere.example"
    return await partner.ask(income_w2=1)


async def _too_slowly(partner: Desk) -> httpx.Response:
    async def stopping() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(1)
        yield b"}"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_body, "LONGEST_SECONDS", 0.01)
        return await partner.client.post(ESTIMATE, content=stopping(), headers={"Content-Type": "application/json"})


async def _by_our_mistake(partner: Desk) -> httpx.Response:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(refund_estimate, "estimate", None)
        return await partner.ask(income_w2=1)


async def _without_database(partner: Desk) -> httpx.Response:
    async def away(*_: object) -> None:
        raise OperationalError("select", {}, ConnectionRefusedError())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_holder, "good_key", away)
        return await partner.ask(income_w2=1)


async def _too_often(partner: Desk) -> httpx.Response:
    async def once_a_minute(*_: object) -> Caller:
        return Caller("somebody", 1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(middleware, "caller_of", once_a_minute)
        await partner.ask(income_w2=1)
        return await partner.ask(income_w2=1)


CASES: dict[int, Asking] = {
    200: lambda partner: partner.ask(income_w2=31200, include_worksheet=True),
    400: lambda partner: partner.ask(income_w2=-1, wages=2),
    401: _without_key,
    403: _from_another_site,
    408: _too_slowly,
    413: lambda partner: partner.send(" " * (LARGEST_BYTES + 1)),
    415: lambda partner: partner.send("income_w2=1", "application/x-www-form-urlencoded"),
    422: lambda partner: partner.ask(**{"return": A_CHILD}),
    429: _too_often,
    500: _by_our_mistake,
    503: _without_database,
}


@pytest.mark.parametrize("status", CASES)
async def test_an_answer_is_what_is_written_of_its_status(app: App, status: int) -> None:
    reply = await CASES[status](await a_partner(app))
    assert reply.status_code == status
    assert broken_promises(reply) == []


def test_every_status_that_is_written_is_tried_and_no_other_is_given() -> None:
    assert {str(status) for status in CASES} == operation(ESTIMATE, "post")["responses"].keys()


async def test_an_answer_has_the_fields_that_are_written_and_no_others(app: App) -> None:
    partner = await a_partner(app)
    found, wrong = [await CASES[status](partner) for status in (200, 400)]
    assert names_of(found.json()) == names_in(SCHEMAS["Estimate"])
    assert names_of(wrong.json()) == names_in(SCHEMAS["Problem"])


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["", "/live", "/ready"])
async def test_monitors_hear_what_is_written(app: App, path: str, method: str) -> None:
    reply = await a_program(app).request(method, f"/api/internal/health{path}")
    assert broken_promises(reply) == []
    if method == "GET":
        schema = SCHEMAS["Readiness" if path == "/ready" else "Health"]
        assert names_of(reply.json()) == names_in(schema)


@pytest.mark.parametrize("name", BODY["examples"])
async def test_each_example_gets_the_answer_that_is_written_beside_it(app: App, name: str) -> None:
    question: dict[str, Any] = BODY["examples"][name]["value"]
    assert complaints(BODY["schema"], question) == []
    reply = await (await a_partner(app)).ask(**question)
    assert reply.json() == ANSWERS[name]["value"]


@pytest.mark.parametrize(
    "question",
    [
        {},
        {"income_w2": -1},
        {"income_w2": "1,000"},
        {"income_w2": True},
        {"income_w2": 1, "filing_status": "married"},
        {"income_w2": 1, "tax_year": 2019},
        {"income_w2": 1, "wages": 2},
        {"income_w2": 1, "wages": None},
        {"income_w2": None},
        {"income_w2": 1, "return": None},
        {"income_w2": None, "return": {"tax_year": 2025, "filing_status": "single"}},
        {"return": {"tax_year": None, "filing_status": "single"}},
        {"return": {"tax_year": 2025, "filing_status": "single", "dependents": [None]}},
        {"income_w2": 1, "return": {"tax_year": 2025, "filing_status": "single"}},
        {"return": {"tax_year": 2025}},
        {"return": {"tax_year": 2025, "filing_status": "single", "income": {"wages": 1}}},
    ],
    ids=str,
)
async def test_what_the_contract_refuses_the_application_refuses_too(app: App, question: dict[str, Any]) -> None:
    assert complaints(BODY["schema"], question)
    reply = await (await a_partner(app)).ask(**question)
    assert reply.status_code == 400
    assert broken_promises(reply) == []


@pytest.mark.parametrize(
    ("question", "nulls"),
    [
        ({"income_w2": 31200}, ["tax_year", "filing_status", "include_worksheet", "special_deduction_amount"]),
        ({"return": {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": None}}}, ["include_worksheet"]),
    ],
    ids=str,
)
async def test_null_for_a_field_that_may_be_left_out_is_the_same_as_leaving_it_out(
    app: App, question: dict[str, Any], nulls: list[str]
) -> None:
    with_nulls = question | dict.fromkeys(nulls)
    assert complaints(BODY["schema"], with_nulls) == []
    partner = await a_partner(app)
    left_out, null = [await partner.ask(**each) for each in (question, with_nulls)]
    assert null.status_code == 200
    assert null.json() == left_out.json()
