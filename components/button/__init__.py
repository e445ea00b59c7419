"""Buttons: what does something here."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Literal

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.error_line import error_line
from components.icon import icon as drawn_icon
from components.live_region import announce
from components.native import element, written
from services.words import sentence

Press = Callable[[], Awaitable[str | None]]
"""Does it. It may give back a sentence about what went wrong, to show beside the button."""
PATIENCE_SECONDS = 0.3  # a shorter wait needs no words


def button(
    text: str,
    *,
    on_press: Press | None = None,
    kind: Literal["main", "quiet"] = "main",
    icon: str = "",
    submit: bool = False,
    name: str = "",
    value: str = "",
    busy: str = "",
    unavailable: str = "",
    now_or_never: bool = False,
) -> Element:
    """A native button, 44 px high or more, that says in words when it is busy and then ignores further presses.

    It keeps the focus while busy, so nobody loses their place. `submit` posts the form around it, with `name` and
    `value`. `unavailable` is why it can't be pressed now: it stands beside the button, which can still be reached.
    `now_or_never` is for what must not be done later, when a lost connection is back: the person reads that it was not
    sent, and presses again.
    """
    classes = "button quiet" if kind == "quiet" else "button"
    busy = busy or sentence("button.busy")
    posts = submit and not unavailable
    drawn = element("button", classes, type="submit" if posts else "button", name=name or None)
    if posts:
        drawn.props["data-busy"] = busy
    if value:
        drawn.props["value"] = value
    if now_or_never:
        drawn.props["data-now-or-never"] = ""
    with drawn:
        if icon:
            drawn_icon(icon)
        label = written("span", text)
    if unavailable:
        drawn.props["aria-disabled"] = "true"
        drawn.props["aria-describedby"] = written("p", unavailable, "hint reason").html_id
    elif on_press:
        drawn.on("click", _once_at_a_time(drawn, label, on_press, busy), args=[])
    return drawn


def enter_presses(pressed: Element, *places: str) -> None:
    """Enter in a line of text presses this button, as in a native form. `places` are ids: of inputs, or what is around.

    The input tells what is typed in it first, as the browser does at Enter.
    """
    pressed.props["data-enter-in"] = " ".join(places)


def rename(drawn: Element, text: str) -> None:
    """Give a button other words, for example because what it is about has another number now."""
    for each in drawn:
        if isinstance(each, TextElement):
            each.text = text


def _once_at_a_time(drawn: Element, label: TextElement, on_press: Press, busy: str) -> Callable[[], Awaitable[None]]:
    problem = _Problem(drawn)

    async def pressed() -> None:
        if drawn.props.get("aria-disabled"):
            return
        drawn.props["aria-disabled"] = "true"
        idle = label.text
        say_busy = asyncio.get_running_loop().call_later(PATIENCE_SECONDS, label.set_text, busy)
        try:
            message = await on_press()
        finally:
            say_busy.cancel()
            if not drawn.is_deleted:
                label.text = idle
                drawn.props.pop("aria-disabled", None)
        if not drawn.is_deleted:
            problem.show(message)

    return pressed


class _Problem:
    """What went wrong at the last press, in words right after the button."""

    def __init__(self, pressed: Element) -> None:
        self._button = pressed
        self._line: Element | None = None

    def show(self, message: str | None) -> None:
        """Say it, or take away what was said before."""
        if self._line:
            self._line.delete()
            self._line = None
        if message and (slot := self._button.parent_slot):
            with slot:
                self._line = error_line(message)
            self._line.move(target_index=slot.children.index(self._button) + 1)
            announce(message)
