"""How far something is, and that something is going on."""

from nicegui.element import Element

from components.live_region import announce
from components.native import element, written
from services.words import sentence


class Progress:
    """A native progress bar with its label above it and "3 of 8" beside it. `most` is all that there is to do.

    It says politely when all is done, and nothing at each step: that would drown what a person is reading.
    """

    def __init__(self, label: str, *, most: int, done: int = 0) -> None:
        self._label, self._most = label, most
        with element("div", "progress"):
            name = written("label", label)
            self._text = written("span", "", "num")
            self._bar = element("progress", max=most)
            name.props["for"] = self._bar.html_id
        self._draw(done)

    def show(self, done: int) -> None:
        """Say that so much is done now."""
        self._draw(done)
        if done >= self._most:
            announce(sentence("progress.done", label=self._label))

    def _draw(self, done: int) -> None:
        self._bar.props["value"] = done
        self._text.text = sentence("progress.of", done=f"{done:,}", most=f"{self._most:,}")


def working(text: str) -> Element:
    """Says in words that we are working on it, for when nobody knows how far it is. Take it away when it is done.

    Three squares take turns beside the words; for those who want no motion they stand still. It is read out once.
    """
    with element("p", "working") as drawn:
        with element("span", "working-sign", aria_hidden="true"):
            for _ in range(3):
                element("span")
        written("span", text)
    announce(text)
    return drawn
