"""Something that lies on the page and stands for itself."""

from nicegui.element import Element

from components.icon import icon as drawn_icon
from components.link import link
from components.native import element
from components.prose import amount, heading, paragraph


def card() -> Element:
    """One card, to put anything into."""
    return element("div", "card")


def cards() -> Element:
    """A list of cards in a grid, whose length a screen reader says. Put the other kinds of card into it."""
    return element("ul", "cards")


def listed_card() -> Element:
    """One card of `cards`, to put anything into."""
    return element("li", "card")


def link_card(title: str, to: str, *, words: str = "", icon: str = "", level: int = 3) -> Element:
    """One card of `cards` that leads to a place. Its whole area can be pressed; its only link is its heading."""
    with element("li", "card leads") as drawn:
        if icon:
            drawn_icon(icon)
        with heading("", level):
            link(title, to)
        if words:
            paragraph(words)
    return drawn


def figure_card(label: str, figure: str, *, note: str = "") -> Element:
    """One card of `cards` with one large figure under a small line that says what it is."""
    with element("li", "card") as drawn:
        paragraph(label, small=True, above=True)
        amount(figure)
        if note:
            paragraph(note, soft=True, small=True)
    return drawn
