"""The way through what does not fit on one page."""

from collections.abc import Callable

from nicegui.element import Element

from components.icon import icon
from components.native import element, written
from services.words import sentence


def pagination(label: str, current: int, last: int, *, to: Callable[[int], str]) -> Element:
    """Real links to the page before and the page after, and in words where the person is: "Page 2 of 5".

    For what the server loads page by page: `to` makes the address of a page, so history and a new tab work. At an end
    the link that would lead nowhere is left out. `label` names it among the landmarks.
    """
    with element("nav", "pagination", aria_label=label) as drawn:
        if current > 1:
            with element("a", "button quiet", href=to(current - 1), rel="prev"):
                icon("arrow-left")
                written("span", sentence("pagination.previous"))
        written("span", _where(current, last))
        if current < last:
            with element("a", "button quiet", href=to(current + 1), rel="next"):
                written("span", sentence("pagination.next"))
                icon("arrow-right")
    return drawn


class Pages:
    """The same for rows that are already here: native buttons that turn the page in place and keep the focus.

    `turn` shows the page with a number, from 1. At an end the button stays, so that nobody loses their place, and says
    that it can't be used now.
    """

    def __init__(self, label: str, last: int, turn: Callable[[int], None]) -> None:
        self._current, self._last, self._turn = 1, last, turn
        with element("nav", "pagination", aria_label=label):
            self._previous = _button("pagination.previous", lambda: self._go(self._current - 1))
            self._where = written("span", "")
            self._next = _button("pagination.next", lambda: self._go(self._current + 1))
        self.show(1)

    def show(self, current: int) -> None:
        """Say that this page is shown now."""
        self._current = current
        self._where.text = _where(current, self._last)
        self._previous.props.set_optional("aria-disabled", "true" if current == 1 else None)
        self._next.props.set_optional("aria-disabled", "true" if current == self._last else None)

    def _go(self, page: int) -> None:
        if 1 <= page <= self._last:
            self._turn(page)
            self.show(page)


def _button(code: str, on_press: Callable[[], None]) -> Element:
    with element("button", "button quiet", type="button") as drawn:
        written("span", sentence(code))
    return drawn.on("click", on_press, args=[])


def _where(current: int, last: int) -> str:
    return sentence("pagination.where", current=current, last=last)
