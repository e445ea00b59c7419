"""What is on a long page, at its start."""

from nicegui.element import Element

from components.link import place_link
from components.native import element
from services.words import sentence


class Contents:
    """A named list of links, drawn empty. `add` puts in the next part of the page, in the order of the page.

    A link leads into its part and puts the focus on its heading.
    """

    def __init__(self) -> None:
        with element("nav", "contents", aria_label=sentence("contents.label")):
            self._list = element("ul")

    def add(self, words: str, html_id: str) -> Element:
        """Add the link to a part that is drawn by now, by its id: the line, to be hidden while the part is."""
        with self._list, element("li") as line:
            place_link(words, html_id)
        return line
