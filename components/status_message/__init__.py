"""What has just happened, beside the place where it happened."""

from typing import Literal

from components.icon import icon
from components.live_region import announce
from components.native import element, written

Kind = Literal["good", "info", "bad"]
_ICONS: dict[Kind, str] = {"good": "circle-check", "info": "info", "bad": "circle-alert"}


class StatusMessage:
    """One line that stays until it is said otherwise: nothing slides in, covers or vanishes while somebody reads.

    Draw it near what changes. It is empty until `say`, which shows the words and reads them out in the polite region,
    without moving the focus.
    """

    def __init__(self) -> None:
        self._line = element("p", "status")

    def say(self, text: str, kind: Kind = "good") -> None:
        """Show this in place of what was said before. The words must say alone whether it went well."""
        self.clear()
        self._line.classes(add=kind)
        with self._line:
            icon(_ICONS[kind])
            written("span", text)
        announce(text)

    def clear(self) -> None:
        """Say nothing any more."""
        self._line.clear()
        self._line.classes(remove=" ".join(_ICONS))
