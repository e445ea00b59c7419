"""What stands under a field whose answer was changed in another window or on another device: the ways to go on."""

from typing import Any

from components.button import Press, button
from components.error_line import Leading
from components.layout import column, row
from components.notice import notice
from components.prose import paragraph
from services.returns.answers.in_words import in_words, is_chosen
from services.words import sentence


class Choosing:
    """Drawn empty. `offer` says which answer is saved now; `offer_mine` adds what this person wrote.

    The second does not draw the first anew: the person may be on its button already.
    """

    def __init__(self) -> None:
        self._box = self._question = self._mine = column()
        self.offered: Any = Choosing  # no answer

    def offer(self, now: Any, *, show: Press) -> None:
        """Say which answer is saved `now`, and let the person take it over."""
        self.clear()
        self.offered = now
        with self._box, notice("warn"):
            paragraph(_with("elsewhere.now", "now", in_words(now)))
            self._question = column()
            with row():
                button(_with("elsewhere.show", "now", in_words(now)), kind="quiet", on_press=show)
                self._mine = column()

    def offer_mine(self, mine: Any, *, save: Press) -> None:
        """Ask whether what the person wrote is the right answer. An offer of the other one stands there already."""
        for place in (self._question, self._mine):
            place.clear()  # what was refused before
        with self._question:
            code = "elsewhere.choose_chosen" if is_chosen(mine, like=self.offered) else "elsewhere.choose"
            paragraph(_with(code, "mine", in_words(mine, like=self.offered)))
        with self._mine:
            button(_with("elsewhere.save", "mine", in_words(mine, like=self.offered)), kind="quiet", on_press=save)

    def leading(self, told: str) -> Leading:
        """What the field says about it, with the way here: many options may stand in between."""
        return Leading(told, f"#{self._box.html_id}", sentence("elsewhere.to_both"))

    def clear(self) -> None:
        """Nothing is to be chosen any more."""
        self.offered = Choosing
        self._box.clear()


def _with(code: str, name: str, words: str) -> str:
    """The sentence with the answer's words in it, or the one for no answer."""
    return sentence(code, **{name: words}) if words else sentence(f"{code}_nothing")
