"""What a partner sends: JSON as RFC 8259 has it, of a size that a return can have, with each name once."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn

from fastapi import HTTPException, Request

from api.body_within import body_within
from api.problems import MOST_ERRORS
from services.errors import Problem, pointer_to
from services.partners.faults import Fault, InvalidQuestion

LARGEST_BYTES = 64_000
LONGEST_SECONDS = 10.0


async def json_of(request: Request) -> Any:
    """The body, read. HTTPException 415, 413, 408: no JSON, too much, too slow. InvalidQuestion for bad JSON."""
    _check_type(request)
    body = await body_within(request, most_bytes=LARGEST_BYTES, seconds=LONGEST_SECONDS)
    try:
        data = json.loads(body.decode(), object_pairs_hook=_object, parse_constant=_no_number)
        repeated = [Problem(pointer, Fault.TWICE) for pointer in islice(_repeated(data), MOST_ERRORS)]
    except (ValueError, RecursionError):  # also: not UTF-8, or a number of thousands of digits
        raise InvalidQuestion([Problem("", Fault.JSON)]) from None
    if repeated:
        raise InvalidQuestion(repeated)
    return data


def _check_type(request: Request) -> None:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json" or request.headers.get("content-encoding", "identity") != "identity":
        raise HTTPException(415, headers={"Accept": "application/json", "Accept-Encoding": "identity"})


class _WithRepeats(dict[str, Any]):
    """An object that has names twice: what they mean is anybody's guess (RFC 8259, section 4)."""

    names: list[str]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = _WithRepeats(found)
    repeated.names = [name for name, times in Counter(name for name, _ in pairs).items() if times > 1]
    return repeated


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON.")


def _repeated(data: Any, *steps: str | int) -> Iterator[str]:
    """The pointers of all names that stand twice; whoever asks for a few has only these worked out."""
    if isinstance(data, _WithRepeats):
        yield from (pointer_to(*steps, name) for name in data.names)
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inside:
        if isinstance(value, dict | list):
            yield from _repeated(value, *steps, step)
