"""What may be told of an exception: its kind and where it happened. Its message may hold what somebody typed."""

from collections.abc import Iterator
from traceback import walk_tb

import psycopg

from services.errors import HouseError
from services.journal.masking import masked

_OF_CODE = (AttributeError, NameError, ImportError, NotImplementedError)  # their messages name parts of the program
_SHORTEST_MESSAGE = 3
_MOST_PLACES = 30


def expected(failure: BaseException | None) -> bool:
    """Whether this is one of the failures that every service may have: somebody is told, and nobody is to blame."""
    return isinstance(failure, HouseError)


def told(failure: BaseException) -> str:
    """The part of an exception's message that can hold nothing personal; empty if there is none."""
    match failure:
        case HouseError(code=code):
            return code
        case psycopg.Error():
            return " ".join(filter(None, (failure.sqlstate, failure.diag.constraint_name)))
        case OSError(strerror=str() as reason):
            return reason
    return masked(str(failure)) if isinstance(failure, _OF_CODE) else ""


def without_messages(text: str, failure: BaseException) -> str:
    """A line that was written about an exception, without the exception's message, its cause's and so on."""
    for one in chain(failure):
        message = str(one)
        if len(message) >= _SHORTEST_MESSAGE:
            text = text.replace(message, type(one).__name__).replace(repr(message)[1:-1], type(one).__name__)
    return text


def places(failure: BaseException) -> list[str]:
    """Where it came through, outermost first, as `module:line function`. No variables and no source."""
    frames = walk_tb(failure.__traceback__)
    came_through = [f"{frame.f_globals.get('__name__')}:{line} {frame.f_code.co_name}" for frame, line in frames]
    return came_through[-_MOST_PLACES:]


def chain(failure: BaseException | None) -> Iterator[BaseException]:
    """The exception, what caused it, and so on."""
    seen: set[int] = set()
    while failure is not None and id(failure) not in seen:
        seen.add(id(failure))
        yield failure
        failure = failure.__cause__ or failure.__context__
