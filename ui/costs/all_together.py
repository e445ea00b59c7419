"""The card beside the costs: what all of them change, or what is missing to say it."""

from components.layout import column
from components.link import link
from components.prose import amount, bullet_list, heading, paragraph
from services.finder import Effect
from services.returns import Estimate
from services.words import sentence
from ui.costs.said import change_in_dollars, said
from ui.estimate.missing import missing_in_words


class AllTogether:
    """Draws the card once; `show` says what is true now, and gives back what is new."""

    def __init__(self, tax_year: int, estimate_path: str) -> None:
        self._said = ""
        heading(sentence("costs.so_far.title"), 2)
        self._words = column()
        with paragraph():
            link(sentence("costs.back", year=tax_year), estimate_path)

    def show(self, estimate: Estimate) -> list[str]:
        """Say what all costs change."""
        self._words.clear()
        with self._words:
            now = _all_together(estimate)
        before, self._said = self._said, now
        return [now] if now != before and now else []


def _all_together(estimate: Estimate) -> str:
    """Draws the words; gives back the sentence that matters."""
    costs = estimate.costs
    if not costs.judged:
        paragraph(sentence("costs.so_far.no_costs"))
        return ""
    if estimate.missing:
        paragraph(sentence("costs.so_far.missing"))
        bullet_list(missing_in_words(estimate.missing))
        _beyond(estimate)
        return ""
    if costs.total is None:
        paragraph(sentence("costs.so_far.not_ready"))
        return ""
    return _total(costs.total, estimate)


def _beyond(estimate: Estimate) -> None:
    if estimate.beyond:
        paragraph(sentence("result.beyond"))
        bullet_list([sentence(code) for code in estimate.beyond])


def _total(total: Effect, estimate: Estimate) -> str:
    if total.amount is not None:
        paragraph(sentence("costs.so_far.change"))
        amount(change_in_dollars(total))
    sentences = said(total.why)
    for each in sentences:
        paragraph(each)
    if total.amount is None and estimate.beyond:
        bullet_list([sentence(code) for code in estimate.beyond])
    if total.amount:
        paragraph(sentence("costs.so_far.counted"), soft=True, small=True)
    if estimate.result and (to_check := (*estimate.result.missing, *estimate.result.notes)):
        paragraph(sentence("costs.so_far.to_check"))
        bullet_list([sentence(code) for code in to_check])
    return sentences[0]
