"""The card with the answer: the refund or the amount owed, why, and whether it can still change."""

from collections.abc import Callable

from components.answer import Answer, AnswerInSight
from components.disclosure import disclosure
from components.drafts import only_if_saved
from components.layout import column
from components.link_list import Entry, link_list
from components.live_region import announce
from components.prose import bullet_list, paragraph
from services.returns.estimate import Estimate
from services.tax import Computed
from services.words import sentence
from ui.estimate.answer.beyond import what_we_cannot_do
from ui.estimate.answer.in_words import announced, answer_in_words, why_in_words
from ui.estimate.answer.missing import PlaceOf, needed_answers, open_questions


class RefundSoFar:
    """Draws the card once; `show` says what is true now in place, and announces an answer that has changed.

    `under_answer` draws what a page has to say right under the answer.
    """

    def __init__(self, *, place_of: PlaceOf, under_answer: Callable[[], object] = lambda: None) -> None:
        self._place_of = place_of
        self._said, self._is_open = "", False
        self._listed: list[Entry] = []
        self._answer = Answer()
        under_answer()
        self._why, self._certain = paragraph(), paragraph()
        self._to_do = column()
        self._still_open = disclosure(sentence("result.still_open"))
        with self._still_open:
            self._questions = column()
        with disclosure(sentence("result.what_it_is")):
            bullet_list([sentence(f"result.about.{code}") for code in ("saved", "federal", "rounded")])

    def show(self, estimate: Estimate) -> None:
        """Say the result, or every reason why there is none: what we can't work out, and what we have not been told."""
        result = estimate.result
        self._answer.show(*(answer_in_words(result) if result else (sentence("result.none"),)))
        self._why.text = why_in_words(result) if result else ""
        self._show_open(list(open_questions(estimate, self._place_of)) if result else [], has_result=bool(result))
        self._to_do.clear()
        with self._to_do:
            if estimate.beyond:
                what_we_cannot_do(estimate.beyond)
                paragraph(sentence("result.preparer"))
            if estimate.missing:
                paragraph(sentence("result.needed_too" if estimate.beyond else "result.needed"))
                link_list(needed_answers(estimate, self._place_of))
        self._announce(result)

    def _show_open(self, entries: list[Entry], *, has_result: bool) -> None:
        code = "certain" if not entries else "open_one" if len(entries) == 1 else "open"
        self._certain.text = sentence(f"result.{code}", number=len(entries)) if has_result else ""
        only_if_saved(self._certain, wanted=not entries)
        self._still_open.set_visibility(bool(entries))
        if entries != self._listed:
            self._listed = entries
            self._questions.clear()
            with self._questions:
                link_list(entries)

    def _announce(self, result: Computed | None) -> None:
        """What a page opens with is not news."""
        none = sentence("result.none_any_more") if self._said else ""
        says = announced(result) if result else none
        if self._is_open and says != self._said:
            announce(says)
        self._said, self._is_open = says, True


class RefundInSight:
    """The result in one line beside the questions, while there is one."""

    def __init__(self) -> None:
        self._line = AnswerInSight()

    def show(self, estimate: Estimate) -> None:
        """Say what is true now."""
        self._line.show(*(answer_in_words(estimate.result) if estimate.result else ("",)))


class Ways:
    """Where to go from the card, once there is a result: the page of the result, and two places of this page, by id."""

    def __init__(self, *, result: str, picture: str, lines: str) -> None:
        ways = [("result.page.link", result), ("result.to_picture", picture), ("result.to_lines", lines)]
        self._list = link_list(Entry(sentence(code), place) for code, place in ways)

    def show(self, estimate: Estimate) -> None:
        """Offer them while they lead to something."""
        self._list.set_visibility(estimate.result is not None)
