"""What was just done, where the eye and the focus go."""

from components.layout import column
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph


class Said:
    """A place that stands empty until something was done; then it says so, and gets the focus.

    So whoever pressed a button that is gone by now is not lost, and hears what came of it.
    """

    def __init__(self) -> None:
        self._place = column()
        self._place.props["tabindex"] = "-1"

    def say(self, *sentences: str) -> None:
        """Say these sentences in place of those before. The first is announced; the focus leads to all of them."""
        self._place.clear()
        with self._place, notice("good"):
            for each in sentences:
                paragraph(each)
        self._place.run_method("focus")
        announce(sentences[0])
