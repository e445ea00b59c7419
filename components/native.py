"""Draws one native HTML element. Every component is made of these; pages use components."""

import re
from html import escape
from typing import TypeVar

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.local_time import with_times

Attribute = str | int | bool | None
Drawn = TypeVar("Drawn", bound=Element)
_JOINTS = re.compile(r"([_/]|(?<!\d)\.|\.(?!\d))(?=\w)")
_NAMES_OF_PAPERS = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,3}-\d{1,4}[A-Za-z]?|(?:\d{3,4}|(?<=Schedule )\d)-[A-Z]{1,4}s?)(?![\w-])"
)
"""As W-2, K-1, SSA-1099, 1099-INT, 1040-X, and 1-A of Schedule 1-A."""


_TEXT_ALONE = frozenset({"option", "textarea", "title"})
"""Elements that can't hold others."""


class Words(TextElement):
    """Words of a page. No line ends inside the name of a paper, such as W-2, however large the text is.

    What stands in such names is still a hyphen: it is copied, found and read out as one. Moments are told in the time
    zone of whoever looks (components/local_time).
    """

    marked_up: Element | None = None
    """What holds them while they are drawn as markup."""

    def _text_to_model_text(self, text: str) -> None:
        html = with_times(_unbroken(plain := escape(text)))
        is_markup = self.tag not in _TEXT_ALONE and html != plain
        if is_markup and not self.marked_up:
            with self.default_slot:
                self.marked_up = element("span")
            self.marked_up.move(target_index=0)
        if self.marked_up:
            self.marked_up.props.set_optional("innerHTML", html if is_markup else None)
        self._text = None if is_markup else text


def element(tag: str, classes: str = "", **attributes: Attribute) -> Element:
    """An element that holds others. `aria_label` becomes aria-label, `for_` for; None and False are left out."""
    return _dressed(Element(tag), classes, attributes)


def written(tag: str, text: str, classes: str = "", **attributes: Attribute) -> Words:
    """An element that holds words, without the `div` that NiceGUI's own label would put there."""
    return _dressed(Words(tag=tag, text=text), classes, attributes)


def breakable(text: str) -> str:
    """Words as HTML, in which a line may break after a dot, a slash or an underscore, but not inside a number."""
    return _unbroken(_JOINTS.sub(r"\1<wbr>", escape(text)))


def written_breakable(tag: str, text: str, classes: str = "") -> Element:
    """An element that holds words. They are HTML only where names of code among them may break."""
    if (html := breakable(text)) == escape(text):
        return written(tag, text, classes)
    drawn = element(tag, classes)
    drawn.props["innerHTML"] = html
    return drawn


def focus_within(box: Element) -> None:
    """Put the focus into the first thing in the box that can be filled in."""
    controls = "input:checked, input:not([type=radio]), select, textarea"
    box.client.run_javascript(
        f"const box = document.getElementById({box.html_id!r}); "
        f"(box?.querySelector({controls!r}) ?? box?.querySelector('input'))?.focus()"
    )


def focus_from_top(box: Element) -> None:
    """Put the focus on a box, and bring its beginning into view: it may be longer than the screen."""
    box.client.run_javascript(
        f"const box = document.getElementById({box.html_id!r}); box?.scrollIntoView(); "
        "box?.focus({ preventScroll: true })"
    )


def focus_if_lost(box: Element) -> None:
    """Put the focus on the box if it is nowhere, because what had it is gone. The page stays where it is."""
    box.props["tabindex"] = "-1"
    box.client.run_javascript(
        f"const box = document.getElementById({box.html_id!r}); requestAnimationFrame(() => "
        "document.activeElement === document.body && box?.focus({ preventScroll: true }))"
    )


def _unbroken(html: str) -> str:
    return _NAMES_OF_PAPERS.sub(r'<span class="unbroken">\g<0></span>', html) if "-" in html else html


def _dressed(drawn: Drawn, classes: str, attributes: dict[str, Attribute]) -> Drawn:
    """It was made just now and is on its way as it is: that it changes need not be told to anybody (dict, list)."""
    list.extend(drawn.classes, classes.split())
    given = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    dict.update(drawn.props, {name: value for name, value in given.items() if value is not None and value is not False})
    return drawn
