"""The card beside the lines: what each cost for hearing changes, all of them together, and what would help."""

from components.layout import column
from components.link import link
from components.prose import bullet_list, heading, paragraph, phrase, strong
from components.table import Column, table
from services.returns.costs.judging import HearingCosts, JudgedCost
from services.returns.estimate import Estimate
from services.words import change_in_dollars, dollars, sentence
from ui.costs.said import headline, said

_ROWS_AT_ONCE = 8


class HearingCostsCard:
    """Drawn once; `show` says what is true now. The link to the page of costs stays where it is."""

    def __init__(self, costs_path: str) -> None:
        self._shown: HearingCosts | None = None
        heading(sentence("hearing_card.title"), 2)
        self._words = column()
        with paragraph():
            link(sentence("hearing_card.link"), costs_path)

    def show(self, estimate: Estimate) -> None:
        """Say what each cost changes, if it is not what is said already."""
        if estimate.costs == self._shown:
            return
        self._shown = estimate.costs
        self._words.clear()
        with self._words:
            if estimate.costs.judged:
                _effects(estimate.costs)
            else:
                paragraph(sentence("hearing_card.none"))


def effects_in_words(costs: HearingCosts) -> list[tuple[str, str]]:
    """Each cost with what it changes, and all of them together."""
    rows = [(_name(judged, number), _change(judged)) for number, judged in enumerate(costs.judged, start=1)]
    if costs.total and costs.total.amount is not None and len(rows) > 1:
        rows.append((sentence("hearing_card.total"), change_in_dollars(costs.total.amount)))
    return rows


def to_costs(costs_path: str) -> None:
    """Lead to the page of costs from among the questions."""
    with paragraph(sentence("hearing_card.from_questions")):
        phrase(" ")
        link(sentence("hearing_card.link"), costs_path)


def _effects(costs: HearingCosts) -> None:
    columns = [Column(sentence("hearing_card.cost")), Column(sentence("hearing_card.changes"), "figure")]
    table(
        sentence("hearing_card.caption"),
        columns,
        effects_in_words(costs),
        rows_on_page=_ROWS_AT_ONCE,
        hidden_caption=True,
    )
    _why(costs)
    if costs.suggestions:
        with paragraph():
            strong(f"{sentence('hearing_card.would_help')} ")
            phrase(said([costs.suggestions[0].what])[0])


def _name(judged: JudgedCost, number: int) -> str:
    cost = judged.cost
    if cost.category is None:
        return sentence("costs.name", number=number)
    kind = sentence(f"finder.category.{cost.category}")
    return kind if cost.amount is None else sentence("hearing_card.name", kind=kind, amount=dollars(cost.amount))


def _change(judged: JudgedCost) -> str:
    if judged.effect is None or judged.effect.amount is None:
        return sentence("hearing_card.not_known")
    return change_in_dollars(judged.effect.amount)


def _why(costs: HearingCosts) -> None:
    """Why all of them come to so much, and why to nothing when they do."""
    question, reasons = why_so_much(costs)
    if len(reasons) > 1 and question:
        with paragraph():
            strong(question)
        bullet_list(reasons)
        return
    with paragraph("" if question else " ".join(reasons)):
        if question:
            strong(f"{question} ")
            phrase(reasons[0])


def why_so_much(costs: HearingCosts) -> tuple[str, list[str]]:
    """A question, empty unless they come to nothing, and the answers to it."""
    if costs.total is None:
        return "", [sentence("hearing_card.not_ready")]
    if costs.total.amount == 0 and (why := _why_nothing(costs)):
        return sentence("hearing_card.why_nothing"), why
    return "", said(costs.total.why)


def _why_nothing(costs: HearingCosts) -> list[str]:
    """The reason of each cost with its name, as the page of costs gives it; one for all of them stands once."""
    reasons = [
        (_name(judged, number), headline(judged))
        for number, judged in enumerate(costs.judged, start=1)
        if judged.effect and judged.effect.why
    ]
    if len({why for _, why in reasons}) == 1:
        return [reasons[0][1]]
    return [sentence("hearing_card.why_this", cost=cost, why=why) for cost, why in reasons]
