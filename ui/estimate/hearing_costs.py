"""The line on the estimate page that says what the costs for hearing change, and leads to their page."""

from components.layout import column
from components.link import link
from components.prose import heading, paragraph
from services.returns import Estimate
from services.words import sentence
from ui.costs.said import said


class HearingCostsLine:
    """Drawn once; `show` says what is true now."""

    def __init__(self, estimate: Estimate, costs_path: str) -> None:
        heading(sentence("costs.on_estimate.title"), 3)
        self._words = column()
        with paragraph():
            link(
                sentence("costs.on_estimate.link" if estimate.costs.judged else "costs.on_estimate.link_none"),
                costs_path,
            )

    def show(self, estimate: Estimate) -> None:
        """Say how many costs there are and what they change."""
        self._words.clear()
        with self._words:
            paragraph(_in_words(estimate))


def _in_words(estimate: Estimate) -> str:
    number, total = len(estimate.costs.judged), estimate.costs.total
    if not number:
        return sentence("costs.on_estimate.none")
    counted = sentence(f"costs.on_estimate.{'count_one' if number == 1 else 'count'}", number=number)
    return " ".join([counted, *said(total.why[:1])]) if total else counted
