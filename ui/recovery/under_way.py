"""On the page of an account: somebody else may be on the way in, and one press stops it."""

from components.button import Press, button
from components.layout import column
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph


class UnderWay:
    """What is happening, with the button; afterwards that it is stopped, which gets the focus."""

    def __init__(self) -> None:
        self._place = column()
        self._place.props["tabindex"] = "-1"

    def draw(self, stop: Press) -> None:
        """Say who wants to come in, and how to stop it."""
        with self._place, notice("warn"):
            paragraph("Somebody told us that they lost every way in to your account. We let them in soon.")
            paragraph("Was it not you? Then stop it now.")
            button("Stop it", on_press=stop, busy="Stopping…")

    def stopped(self) -> None:
        """It is stopped."""
        self._place.clear()
        with self._place, notice("good"):
            paragraph("It is stopped. Nobody gets in by it.")
        self._place.run_method("focus")
        announce("It is stopped.")
