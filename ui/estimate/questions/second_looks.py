"""Asks under a field whether an odd answer is right. The answer is saved all the same."""

from collections.abc import Callable
from decimal import Decimal

from nicegui.element import Element

from components.button import Press, button
from components.layout import column, row
from components.native import focus_within
from components.notice import notice
from components.prose import paragraph
from services.returns.answers import Answers
from services.returns.answers.in_words import in_words
from services.returns.consistency import above_for_these_people, second_looks
from services.returns.consistency.second_looks import TOLD_TWICE, TYPED_TWICE
from services.returns.consistency.typed_twice import TypedTwice, typed_twice
from services.words import sentence

_TWICE = (TYPED_TWICE, TOLD_TWICE)
_Look = tuple[str, str, TypedTwice | Decimal | None]
"""The path of the answer, the code of the question, and what it names: two amounts, or a limit in dollars."""


class SecondLooks:
    """`stand_in` says where the question about an answer stands; `show` asks those that there are now.

    `confirm` makes what remembers that the box at a path is right; `settle` what says, beside the answer at a path,
    whether a total is the money that forms tell too.
    """

    def __init__(self, *, confirm: Callable[[str], Press], settle: Callable[[str, str, bool], Press]) -> None:
        self._confirm, self._settle = confirm, settle
        self._places: dict[str, Element] = {}
        self._asked: dict[_Look, Element] = {}

    def stand_in(self, place: Element, path: str) -> None:
        """At the end of this place, under the field of the answer."""
        self._places[path] = place

    def show(self, answers: Answers, tax_year: int) -> None:
        """Ask about answers that have become odd, and be silent about those that are not odd any more."""
        twice = {place: each for each in typed_twice(answers) for place in (each.box, each.total)}
        found = second_looks(answers).items()
        wanted: set[_Look] = {
            (path, code, twice.get(path) if code in _TWICE else None) for path, code in found if self._is_here(path)
        }
        wanted |= {look for look in above_for_these_people(answers, tax_year) if self._is_here(look[0])}
        for each in self._asked.keys() - wanted:
            gone = self._asked.pop(each)
            if not gone.is_deleted:
                gone.delete()
        for look in wanted - self._asked.keys():
            self._asked[look] = self._drawn(*look)

    def to_field(self, path: str) -> None:
        """Put the focus into the field of the answer."""
        focus_within(self._places[path])

    def let_go(self) -> None:
        """The page is left: nothing is asked any more."""
        del self._confirm, self._settle

    def _is_here(self, path: str) -> bool:
        return path in self._places and not self._places[path].is_deleted

    def _drawn(self, path: str, code: str, about: TypedTwice | Decimal | None) -> Element:
        with self._places[path], column() as asked, notice("warn", live=True):
            if isinstance(about, TypedTwice):
                self._ask_whether_same(path, code, about)
            elif about is not None:
                paragraph(sentence(code, limit=in_words(about)))
            else:
                paragraph(sentence(code))
                if path.startswith("forms."):
                    button(sentence("second_look.yes"), kind="quiet", on_press=self._confirm(path))
        return asked

    def _ask_whether_same(self, path: str, code: str, twice: TypedTwice) -> None:
        question = sentence(f"question.{twice.total}.label")
        amounts = {"typed": in_words(twice.typed), "told": in_words(twice.told)}
        paragraph(sentence(code, question=question, **amounts))
        paragraph(sentence("second_look.partly", question=question))
        with row():
            for answer, is_same in (("same", True), ("both", False)):
                words = sentence(f"second_look.{answer}")
                button(words, kind="quiet", on_press=self._settle(path, twice.total, is_same))
