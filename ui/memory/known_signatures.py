"""NiceGUI looks at the signature of the same few methods three times for every element that is drawn.

It was a quarter of the time that a page with many fields takes. What a method expects does not change, so it is looked
at once.
"""

from collections.abc import Callable
from functools import lru_cache
from types import MethodType
from typing import Any

from nicegui import helpers

_look = helpers.expects_arguments


def remember_signatures() -> None:
    """From now on, NiceGUI looks at each method once. Functions may be made anew for each page: they are not kept."""
    helpers.expects_arguments = _expects_arguments


def _expects_arguments(func: Callable[..., Any]) -> bool:
    if isinstance(func, MethodType):
        return _method_expects_arguments(func.__func__)
    return _look(func)


@lru_cache(maxsize=1_000)
def _method_expects_arguments(function: Callable[..., Any]) -> bool:
    return _look(MethodType(function, object()))
