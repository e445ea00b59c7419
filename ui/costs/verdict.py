"""What is said about one cost: what it changes, where it belongs, why, and where the rule stands."""

from nicegui.element import Element

from components.disclosure import disclosure
from components.layout import column
from components.link import link
from components.notice import notice
from components.prose import bullet_list, paragraph, phrase, strong
from services.finder import Place, Source, Verdict, Why
from services.returns.costs.judging import JudgedCost
from services.words import sentence
from ui.costs.said import headline, needed_in_words, said

_OF_THE_ESTIMATE = {"filing_status", "wages"}
VITA = "https://www.irs.gov/vita"


class VerdictOnCost:
    """Drawn once; `show` says what is true now. What can hold the focus is never drawn anew."""

    def __init__(self, number: int, estimate_path: str) -> None:
        self._shown: JudgedCost | None = None
        self._words = column()
        self._to_estimate = paragraph()
        with self._to_estimate:
            link(sentence("costs.verdict.to_estimate"), estimate_path)
        self._to_a_person = paragraph(sentence("costs.verdict.ask"))
        with self._to_a_person:
            link(sentence("costs.verdict.vita"), VITA)
        self._rule = disclosure(sentence("costs.verdict.sources", number=number))
        with self._rule:
            self._sources = column()

    def show(self, judged: JudgedCost) -> None:
        """Say it, if it is not what is said already."""
        if judged == self._shown:
            return
        self._shown = judged
        self._words.clear()
        with self._words:
            if judged.verdict:
                _say(judged, judged.verdict)
            else:
                _say_what_is_needed(judged)
        self._to_estimate.set_visibility(_leads_to_the_estimate(judged))
        self._to_a_person.set_visibility(_leads_to_a_person(judged))
        self._rule.set_visibility(judged.verdict is not None)
        self._show_sources(judged.verdict.sources if judged.verdict else ())

    def _show_sources(self, sources: tuple[Source, ...]) -> None:
        self._sources.clear()
        with self._sources:
            for source in sources:
                paragraph(source.text)
                paragraph(sentence(f"finder.confirmed.{source.confirmed}"), soft=True, small=True)


def _say_what_is_needed(judged: JudgedCost) -> None:
    with notice():
        paragraph(sentence("costs.verdict.still_needed"))
        bullet_list(needed_in_words(judged))


def _say(judged: JudgedCost, verdict: Verdict) -> None:
    first = headline(judged)
    with notice("warn" if verdict.place is Place.UNSETTLED else "info", title=first):
        place = f"{sentence(f'finder.place.{verdict.place}')}."
        if place != first:
            _named(sentence("costs.verdict.place"), [place])
        _named(sentence("costs.verdict.why"), said(verdict.why))
        if judged.effect is None:
            paragraph(sentence("costs.verdict.no_dollars"))
        elif more := [each for each in said(judged.effect.why) if each != first]:
            _named(sentence("costs.verdict.numbers"), more)


def _named(name: str, sentences: list[str]) -> Element:
    with paragraph() as drawn:
        strong(f"{name}: ")
        phrase(" ".join(sentences))
    return drawn


def _leads_to_the_estimate(judged: JudgedCost) -> bool:
    """Where an answer of the estimate decides: without a profit, nobody can say what a cost of a business changes."""
    codes = {reason.code for reason in judged.effect.why} if judged.effect else set[str]()
    return bool(_OF_THE_ESTIMATE & {*judged.needed}) or Why.UNKNOWN_NO_PROFIT in codes


def _leads_to_a_person(judged: JudgedCost) -> bool:
    """Where it is not settled, and where it can't be worked out."""
    unsettled = judged.verdict is not None and judged.verdict.place is Place.UNSETTLED
    return unsettled or (judged.effect is not None and judged.effect.amount is None)
