"""One sentence about what is wrong, beside what it is about."""

from nicegui.element import Element

from components.icon import icon
from components.link import link, place_link
from components.native import element, written
from services.words import sentence


class Leading(str):
    """A sentence that ends in a link, to where a person can do something about it."""

    to: str
    label: str

    def __new__(cls, message: str, to: str, label: str) -> "Leading":
        """`label` is what the link says. `to` is an address, or "#" with the id of a place of this page."""
        made = super().__new__(cls, message)
        made.to, made.label = to, label
        return made


def error_line(message: str) -> Element:
    """An icon, the word "Error" for screen readers, and the sentence: never told by colour alone."""
    with element("p", "error") as drawn:
        icon("circle-alert")
        written("span", sentence("field.error_mark"), "visually-hidden")
        with written("span", str(message)):
            if isinstance(message, Leading):
                written("span", " ")
                way = place_link if message.to.startswith("#") else link
                way(message.label, message.to.removeprefix("#"))
    return drawn
