"""The code by which a customer knows their preparer: how to use it, a button, and the digits for some minutes."""

from collections.abc import Callable

from components.button import Press, button
from components.layout import column
from components.live_region import announce
from components.prose import amount, bullet_list, paragraph
from services.reviews.genuine import Code
from services.words import clock, sentence


class CodePart:
    """Opened by either side, it is on the pages of both."""

    def __init__(self, show: Callable[[Callable[[Code], None]], Press], *, by_preparer: bool) -> None:
        side = "preparer" if by_preparer else "customer"
        paragraph(sentence(f"review.code.{side}.about"))
        bullet_list(sentence(f"review.code.{side}.{rule}") for rule in ("ask", "never"))
        self._shown: Code | None = None
        self._place = column()
        button(sentence("review.code.show"), kind="quiet", on_press=show(self.show))

    def show(self, code: Code | None) -> None:
        """The digits with until when they are good; nothing when there are none."""
        if code == self._shown:
            return
        self._shown = code
        self._place.clear()
        if code:
            with self._place:
                amount(code.digits)
                paragraph(sentence("review.code.until", time=clock(code.until)))
            announce(sentence("review.code.said", digits=code.digits, time=clock(code.until)))
