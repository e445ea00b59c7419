"""What a page writes: headings, paragraphs, lists and weighty words."""

from collections.abc import Iterable

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.native import breakable, element, written


def heading(text: str, level: int = 1, *, hidden: bool = False) -> TextElement:
    """A real h1 to h4, so that a reader can jump from one to the next. `hidden` keeps it for screen readers only."""
    return written(f"h{level}", text, "visually-hidden" if hidden else "")


def paragraph(text: str = "", *, soft: bool = False, small: bool = False, above: bool = False) -> TextElement:
    """A paragraph of up to 62 characters a line. Opened with `with`, it takes phrases and links after its text.

    `soft` is the second voice, `above` a short line that belongs to the heading under it.
    """
    chosen = {"soft": soft, "small": small, "above": above}
    return written("p", text, " ".join(name for name, wanted in chosen.items() if wanted))


def paragraphs(text: str) -> None:
    """What somebody wrote, each line of it as a paragraph; lines that hold nothing are left out."""
    for line in text.splitlines():
        if line.strip():
            paragraph(line)


def phrase(text: str, *, soft: bool = False, small: bool = False) -> TextElement:
    """Words inside a paragraph."""
    return written("span", text, " ".join(name for name, wanted in {"soft": soft, "small": small}.items() if wanted))


def code_name(text: str) -> Element:
    """The name of an action, an address or a job. A long one breaks between its parts, and is copied whole."""
    with element("span", translate="no") as drawn:
        drawn.props["innerHTML"] = breakable(text)
    return drawn


def strong(text: str) -> TextElement:
    """Words inside a paragraph that matter most; read with stress by some screen readers."""
    return written("strong", text)


def amount(text: str) -> TextElement:
    """The one figure of a card, very large."""
    return written("p", text, "amount")


def bullet_list(items: Iterable[str]) -> Element:
    """A list with bullets; its length is read out before its items."""
    with element("ul") as drawn:
        for item in items:
            written("li", item)
    return drawn
