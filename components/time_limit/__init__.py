"""Says that the time on a page is almost over, and lets the person have more."""

from components.alert import alert
from components.button import Press, button
from components.link import link
from components.live_region import announce
from components.native import element, written


class TimeLimit:
    """Drawn empty, after the main part of the page. Its words stay in sight while the page scrolls, and take no focus.

    They come as an alert: read out at once, with a frame that lights up slowly, and felt on a phone. `on_use` hears
    that the person types or chooses something, once in `every_seconds` at most, and of nothing else.
    """

    def __init__(self, *, on_use: Press | None = None, every_seconds: int = 60) -> None:
        self._box = element("div", "time-limit", data_told_every=every_seconds if on_use else None)
        self._is_asked = False
        if on_use:
            self._box.on("inuse", lambda: on_use(), args=[])  # pylint: disable=unnecessary-lambda  # it takes no event

    def warn(self, words: str, *, more: str = "", on_more: Press | None = None, to: str = "") -> None:
        """Say that it is almost over. `more` is the button for more time, or the link to the page that gives it."""
        self._is_asked = False
        self._box.clear()
        with self._box, alert(words, severity="warn", appears=True):
            if on_more:
                button(more, on_press=self._asking(on_more))
            elif to:
                link(more, to, kind="quiet")

    def calm(self, words: str) -> None:
        """There is time again: say so, if it was almost over. Who pressed the button finds the focus at these words."""
        if not list(self._box):
            return
        self._box.clear()
        with self._box:
            line = written("p", words, "status good", tabindex="-1")
        if self._is_asked:
            line.run_method("focus")
        announce(words)

    def _asking(self, on_more: Press) -> Press:
        async def pressed() -> str | None:
            self._is_asked = True
            return await on_more()

        return pressed
