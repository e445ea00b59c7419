"""A line says what happened, to what it belongs and where it failed; and nothing about a person."""

import json
import logging
import sys
from contextvars import Context
from typing import Any

import psycopg
import pytest

from db.occasion import Kind, begin
from services.errors import NotFound
from services.journal import lines

PERSONAL = ("Rosa", "123-45", "rosa@", "31200")


def record(message: Any, *args: Any, failure: BaseException | None = None, **extra: Any) -> logging.LogRecord:
    about = (type(failure), failure, failure.__traceback__) if failure else None
    made = logging.LogRecord("ui.actions", logging.ERROR, __file__, 1, message, args, about)
    made.__dict__.update(extra)
    return made


def in_json(*given: Any, **more: Any) -> dict[str, Any]:
    told = lines.in_json().format(record(*given, **more))
    assert "\n" not in told
    return dict(json.loads(told))


def bug(message: str) -> BaseException:
    """A bug whose message holds what somebody typed, caused by another one."""
    with pytest.raises(RuntimeError) as raised:  # noqa: PT012  # the raise needs its cause
        try:
            int(message)
        except ValueError as cause:
            raise RuntimeError(f"can't read {message}") from cause
    return raised.value


def test_a_line_of_json_says_when_who_and_what() -> None:
    line = Context().run(in_json, "estimate %s", "saved", route="/tax/{tax_year}/estimate", status=200, ms=3.2)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "level": "error",
        "logger": "ui.actions",
        "message": "estimate saved",
        "route": "/tax/{tax_year}/estimate",
        "status": 200,
        "ms": 3.2,
    }


@pytest.mark.parametrize("kind", Kind)
def test_a_line_belongs_to_its_request_socket_event_or_job(kind: Kind) -> None:
    occasion = begin(kind)
    assert in_json("x")[f"{kind}_id"] == occasion.id


def test_a_bug_is_told_by_kind_and_place_and_without_its_message() -> None:
    line = in_json("it failed", failure=bug("Rosa 123-45-6789"))
    assert [one["kind"] for one in line["failures"]] == ["RuntimeError", "ValueError"]
    assert line["failures"][0]["places"][-1].endswith(" bug")
    assert not [word for word in PERSONAL if word in json.dumps(line)]


def test_a_message_that_repeats_the_exception_is_replaced() -> None:
    failure = bug("Rosa")
    assert in_json(failure, failure=failure)["message"] == "RuntimeError"
    assert in_json("job ended: %r", failure, failure=failure)["message"] == 'job ended: RuntimeError("RuntimeError")'


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (NotFound("partner.unknown_key"), "partner.unknown_key"),
        (AttributeError("'NoneType' object has no attribute 'wages'"), "'NoneType' object has no attribute 'wages'"),
        (FileNotFoundError(2, "No such file or directory", "/home/rosa"), "No such file or directory"),
        (psycopg.errors.UniqueViolation("Key (name)=(Rosa) already exists."), "23505"),
        (KeyError("Rosa"), ""),
    ],
)
def test_what_is_certain_to_name_nobody_is_told(failure: Exception, message: str) -> None:
    assert in_json("it failed", failure=failure)["failures"][0]["message"] == message


def test_what_libraries_attach_or_write_below_is_left_out_and_the_rest_is_masked() -> None:
    line = in_json("mail to %s\nRosa", "rosa@example.org", call="Rosa", job="rosa@example.org", stack_info="Rosa")
    assert line["message"] == "mail to [e-mail]"
    assert line["job"] == "[e-mail]"
    assert not [word for word in PERSONAL if word in json.dumps(line)]


def test_a_long_message_is_cut() -> None:
    assert len(in_json("word " * 1000)["message"]) == 1000


def test_a_developer_reads_a_line_and_the_way_to_a_bug() -> None:
    told = lines.readable().format(record("it failed", failure=bug("Rosa 123-45-6789"), route="/tax"))
    first, *rest = told.split("\n")
    assert "it failed" in first
    assert "route=/tax" in first
    assert rest[-1] == "RuntimeError: can't read Rosa [number]"
    assert "\x1b" not in told


def test_a_circle_of_causes_ends() -> None:
    one, other = RuntimeError("a"), RuntimeError("b")
    one.__cause__, other.__cause__ = other, one
    assert len(in_json("x", failure=one)["failures"]) == 2
    assert sys.exception() is None
