"""What the last answer changed, and why, under the refund so far."""

from components.prose import paragraph
from services.interview.change import Change, Reason, change_between
from services.returns.estimate import Estimate
from services.words import sentence
from ui.estimate.idle import idle_at, why_in_words
from ui.estimate.result_in_words import in_dollars


class Changed:
    """Drawn with what the last answer changed, if it is known. `show` says what came of one that was just saved."""

    def __init__(self, change: Change | None) -> None:
        self._line = paragraph(change_in_words(change) if change else "", soft=True)
        self._before: Estimate | None = None

    def show(self, estimate: Estimate, about: str = "") -> None:
        """Compare with what was shown before; `about` is the path of the answer that was saved here."""
        before, self._before = self._before, estimate
        if about and not about.startswith("had.") and before and before.result and estimate.result:
            change = change_between(before.result, estimate.result)
            idle = None if change.up else idle_at(estimate, about)
            self._line.text = why_in_words(idle) if idle else change_in_words(change)


def change_in_words(change: Change) -> str:
    """By how much the refund went up or down, and because of what."""
    if not change.up:
        return sentence("interview.change.none")
    way = "up" if change.up > 0 else "down"
    return " ".join([_with(way, change.up), *map(_reason, change.reasons)])


def _with(way: str, cents: int) -> str:
    return sentence(f"interview.change.{way}", amount=in_dollars(abs(cents)))


def _reason(reason: Reason) -> str:
    code = "more" if reason.more > 0 else "less"
    return sentence(f"interview.change.{code}", what=sentence(reason.part), amount=in_dollars(abs(reason.more)))
