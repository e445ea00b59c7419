"""Drawing does not look up again and again what can't change."""

import inspect
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from nicegui import Client, helpers
from nicegui.element import Element
from nicegui.page import page

from tests.app import App
from ui.memory import known_signatures


class _Somebody:
    def waits(self) -> None:
        """Takes nothing."""

    def hears(self, words: str) -> None:
        """Takes one thing."""

    def may_hear(self, words: str = "") -> None:
        """Can do without."""


def test_what_a_handler_expects_is_told_as_before() -> None:
    known_signatures.remember_signatures()
    person = _Somebody()
    handlers: list[tuple[Callable[..., Any], bool]] = [
        (person.waits, False),
        (person.hears, True),
        (person.may_hear, False),
        (partial(person.hears, "this"), False),
        (lambda: None, False),
        (lambda words: None, True),
        (_Somebody.hears, True),
    ]
    for handler, expected in handlers * 2:
        assert helpers.expects_arguments(handler) is expected


async def test_a_second_element_is_drawn_without_looking_at_a_signature(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.house, "the app is built, and remembers from now on"
    looked_at: list[object] = []
    with Client(page("")):
        Element("div")
        monkeypatch.setattr(inspect, "_signature_from_callable", lambda *_, **__: looked_at.append(1))
        Element("div").classes("one").props("hidden")
    assert not looked_at
