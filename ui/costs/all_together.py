"""The card beside the costs: what all of them change, or what is missing to say it."""

from components.answer import AnswerInSight
from components.layout import column
from components.link import link
from components.prose import amount, bullet_list, heading, paragraph
from services.finder import Effect
from services.returns.estimate import Estimate
from services.words import change_in_dollars, sentence
from ui.costs.said import said
from ui.estimate.answer.beyond import what_we_cannot_do
from ui.estimate.answer.missing import missing_in_words


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


class AllInSight:
    """The same in one line beside the costs, while it can be said in dollars."""

    def __init__(self) -> None:
        self._line = AnswerInSight()

    def show(self, estimate: Estimate) -> list[str]:
        """Say what is true now. Nothing of it is news: the card says it too."""
        total = None if estimate.missing else estimate.costs.total
        if total is None or total.amount is None or not estimate.costs.judged:
            self._line.show("")
        else:
            self._line.show(sentence("costs.so_far.change"), change_in_dollars(total.amount))
        return []


def _all_together(estimate: Estimate) -> str:
    """Draws the words; gives back the sentence that matters."""
    costs = estimate.costs
    if not costs.judged:
        paragraph(sentence("costs.so_far.no_costs"))
        return ""
    if estimate.missing:
        paragraph(sentence("costs.so_far.missing"))
        bullet_list(missing_in_words(estimate.missing))
        what_we_cannot_do(estimate.beyond)
        return ""
    if costs.total is None:
        paragraph(sentence("costs.so_far.not_ready"))
        return ""
    return _total(costs.total, estimate)


def _total(total: Effect, estimate: Estimate) -> str:
    if total.amount is not None:
        paragraph(sentence("costs.so_far.change"))
        amount(change_in_dollars(total.amount))
    sentences = said(total.why)
    for each in sentences:
        paragraph(each)
    if total.amount is None and estimate.beyond:
        bullet_list([sentence(code) for code in estimate.beyond])
    if total.amount:
        paragraph(sentence("costs.so_far.counted"), soft=True, small=True)
    if estimate.result and (to_check := (*estimate.result.missing, *estimate.notes)):
        paragraph(sentence("costs.so_far.to_check"))
        bullet_list([sentence(code) for code in to_check])
    return sentences[0]
