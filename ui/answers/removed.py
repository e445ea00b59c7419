"""Under a list: what was just removed from it, and the way to have it back."""

from collections.abc import Collection
from uuid import UUID

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
        self._gone: set[UUID] = set()

    def say(self, name: str, *, put_back: Press, within: str = "") -> None:
        """What had the focus is gone: the way back gets it. `within` is the name as it stands within a sentence."""
        self.clear()
        with self._box, notice():
            paragraph(sentence("removed.gone", name=name))
            way_back = button(sentence("removed.put_back", name=within or name), kind="quiet", on_press=put_back)
        way_back.run_method("focus")
        announce(sentence("removed.gone", name=name))

    def show_elsewhere(self, gone: Collection[UUID], *, now: Collection[UUID]) -> None:
        """Say that these are gone and were not removed on this page, until all are back. A way back stays."""
        missing = (self._gone | {*gone}) - {*now}
        if gone or not missing:
            self._elsewhere.clear()
        if gone:
            with self._elsewhere, notice():
                paragraph(sentence("elsewhere.list_changed"))
            announce(sentence("elsewhere.list_changed"))
        self._gone = missing

    def clear(self) -> None:
        """Nothing can be put back here any more."""
        self._gone = set()
        self._elsewhere.clear()
        self._box.clear()
