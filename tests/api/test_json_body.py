"""What is no JSON, too much, or says a thing twice is refused before anything is computed."""

import json
from collections.abc import AsyncIterator
from time import process_time

import pytest
from fastapi import Request
from starlette.types import Message

from api.json_body import LARGEST_BYTES, json_of
from api.problems import MOST_ERRORS
from services.partners.faults import InvalidQuestion
from tests.app import App
from tests.partners import ESTIMATE, Desk, a_partner

ENDLESS_SECONDS = 2
"""Of the processor. A bound against work without end, many times what it takes: no measurement."""
NO_JSON = [("", "partner.input.json")]


@pytest.fixture
async def partner(app: App) -> Desk:
    """A partner with a key."""
    return await a_partner(app)


@pytest.mark.parametrize(
    "body",
    [
        "", "{", "wages", '{"income_w2": NaN}', '{"income_w2": Infinity}', b'{"income_w2": "\xff"}', "\ufeff{}",
        "[" * 50_000, "9" * 50_000, b'\xff\xfe{\x00}\x00',
    ],
    ids=["nothing", "half", "a word", "NaN", "Infinity", "Latin-1", "a mark", "too deep", "too long", "UTF-16"],
)  # fmt: skip
async def test_what_is_no_json_is_refused(partner: Desk, body: bytes | str) -> None:
    assert await partner.flaws(body) == NO_JSON


@pytest.mark.parametrize("body", ["[]", "null", "31200", '"31200"'])
async def test_json_that_is_no_object_is_no_question(partner: Desk, body: str) -> None:
    assert await partner.flaws(body) == [("", "tax.input.group")]


async def test_a_name_that_stands_twice_is_refused_wherever_it_stands(partner: Desk) -> None:
    body = '{"return": {"dependents": [{"age": 7}, {"age": 7, "age": 9}], "a/b": {"~": {"x": 1, "x": 1}}}}'
    assert await partner.flaws(body) == [
        ("/return/dependents/1/age", "partner.input.twice"),
        ("/return/a~1b/~0/x", "partner.input.twice"),
    ]


async def test_a_name_that_no_computer_can_write_is_told_back_all_the_same(partner: Desk) -> None:
    assert await partner.flaws('{"income_w2": 1, "\\ud800": 1}') == [("/\ud800", "tax.input.unknown_field")]


async def test_a_flood_of_flaws_gets_a_short_answer(partner: Desk) -> None:
    assert len(await partner.flaws(json.dumps({f"field {number}": 1 for number in range(2000)}))) == MOST_ERRORS


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"])
async def test_another_content_type_is_refused(partner: Desk, content_type: str) -> None:
    reply = await partner.send('{"income_w2": 31200}', content_type)
    assert (reply.status_code, reply.headers["accept"]) == (415, "application/json")


async def test_a_compressed_body_is_refused(partner: Desk) -> None:
    partner.client.headers["Content-Encoding"] = "gzip"
    assert (await partner.send(b"\x1f\x8b")).status_code == 415


async def test_json_in_utf_8_may_say_so(partner: Desk) -> None:
    assert (await partner.send('{"income_w2": 31200}', "Application/JSON; charset=utf-8")).status_code == 200


async def test_a_body_of_the_largest_size_is_read_and_one_byte_more_is_not(partner: Desk) -> None:
    question = '{"income_w2": 31200}'
    assert (await partner.send(question.ljust(LARGEST_BYTES))).status_code == 200
    assert (await partner.send(question.ljust(LARGEST_BYTES + 1))).status_code == 413


async def test_no_more_is_read_of_an_endless_body_than_we_take(partner: Desk) -> None:
    chunks = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal chunks
        while chunks < 1000:
            chunks += 1
            yield b" " * 10_000

    reply = await partner.client.post(ESTIMATE, content=endless(), headers={"Content-Type": "application/json"})
    assert reply.status_code == 413
    assert chunks <= LARGEST_BYTES / 10_000 + 2


async def test_names_that_stand_twice_far_down_are_not_all_worked_out() -> None:
    """Each of their pointers is as long as the way down: thousands of them would keep everybody else waiting."""
    names = ",".join(f'"{number}":1,"{number}":1' for number in range(3000))
    deep = "[" * 900 + "{" + names + "}" + "]" * 900
    began = process_time()
    with pytest.raises(InvalidQuestion) as caught:
        await json_of(_Request(deep.encode()))
    assert len(caught.value.problems) == MOST_ERRORS
    assert process_time() - began < ENDLESS_SECONDS


class _Request(Request):
    """A request with a body and nothing else."""

    def __init__(self, body: bytes) -> None:
        async def receive() -> Message:
            return {"type": "http.request", "body": body}

        super().__init__({"type": "http", "headers": [(b"content-type", b"application/json")]}, receive)
