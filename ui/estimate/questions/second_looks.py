"""Asks under a field whether an odd answer is right. The answer is saved all the same."""

from collections.abc import Callable

from nicegui.element import Element

from components.button import Press, button
from components.layout import column, row
from components.native import focus_within
from components.notice import notice
from components.prose import paragraph
from services.returns.answers import Answers
from services.returns.consistency import Look, every_look
from services.returns.consistency.typed_twice import TypedTwice
from services.words import sentence
from ui.estimate.questions.look_in_words import look_in_words


class SecondLooks:
    """`stand_in` says where the question about an answer stands; `show` asks those that there are now.

    `confirm` makes what remembers, of a path and a question, that the amount is right; `settle` what says, beside the
    answer at a path, whether a total is the money that forms tell too.
    """

    def __init__(self, *, confirm: Callable[[str, str], Press], settle: Callable[[str, str, bool], Press]) -> None:
        self._confirm, self._settle = confirm, settle
        self._places: dict[str, Element] = {}
        self._asked: dict[Look, Element] = {}

    def stand_in(self, place: Element, path: str) -> None:
        """At the end of this place, under the field of the answer."""
        self._places[path] = place

    def show(self, answers: Answers, tax_year: int) -> None:
        """Ask about answers that have become odd, and be silent about those that are not odd any more."""
        wanted = {look for look in every_look(answers, tax_year) if self._is_here(look.path)}
        for each in self._asked.keys() - wanted:
            gone = self._asked.pop(each)
            if not gone.is_deleted:
                gone.delete()
        for look in wanted - self._asked.keys():
            self._asked[look] = self._drawn(look)

    def to_field(self, path: str) -> None:
        """Put the focus into the field of the answer."""
        focus_within(self._places[path])

    def let_go(self) -> None:
        """The page is left: nothing is asked any more."""
        del self._confirm, self._settle

    def _is_here(self, path: str) -> bool:
        return path in self._places and not self._places[path].is_deleted

    def _drawn(self, look: Look) -> Element:
        with self._places[look.path], column().classes("of-saved") as asked, notice("warn", live=True):
            paragraph(look_in_words(look))
            if isinstance(look.about, TypedTwice):
                self._ask_whether_same(look.path, look.about.total)
            else:
                button(sentence("second_look.yes"), kind="quiet", on_press=self._confirm(look.path, look.code))
        return asked

    def _ask_whether_same(self, path: str, total: str) -> None:
        paragraph(sentence("second_look.partly", question=sentence(f"question.{total}.label")))
        with row():
            for answer, is_same in (("same", True), ("both", False)):
                words = sentence(f"second_look.{answer}")
                button(words, kind="quiet", on_press=self._settle(path, total, is_same))
