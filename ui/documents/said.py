"""What was just done to a document, where the eye and the focus go."""

from components.layout import column
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph


class Said:
    """A place that stands empty until something was done; then it says so, and gets the focus."""

    def __init__(self) -> None:
        self._place = column()
        self._place.props["tabindex"] = "-1"

    def say(self, words: str) -> None:
        """Say these words in place of those before."""
        self._place.clear()
        with self._place, notice("good"):
            paragraph(words)
        self._place.run_method("focus")
        announce(words)
