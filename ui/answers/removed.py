"""Under a list: what was just removed from it, and the way to have it back."""

from components.button import Press, button
from components.layout import column
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph
from services.words import sentence


class Removed:
    """Drawn empty; `say` stays until something else is done with the list."""

    def __init__(self) -> None:
        self._elsewhere, self._box = column(), column()

    def say(self, name: str, *, put_back: Press) -> None:
        """What had the focus is gone: the way back gets it."""
        self.clear()
        with self._box, notice():
            paragraph(sentence("removed.gone", name=name))
            way_back = button(sentence("removed.put_back"), kind="quiet", on_press=put_back)
        way_back.run_method("focus")
        announce(sentence("removed.gone", name=name))

    def say_elsewhere(self) -> None:
        """Something is gone that was not removed on this page. A way back from this page stays."""
        self._elsewhere.clear()
        with self._elsewhere, notice():
            paragraph(sentence("elsewhere.list_changed"))
        announce(sentence("elsewhere.list_changed"))

    def clear(self) -> None:
        """Nothing can be put back here any more."""
        self._elsewhere.clear()
        self._box.clear()
