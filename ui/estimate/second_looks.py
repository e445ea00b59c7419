"""Asks under a field whether an odd answer is right. The answer is saved all the same."""

from nicegui.element import Element

from components.layout import column
from components.notice import notice
from components.prose import paragraph
from services.returns.answers import Answers
from services.returns.consistency import second_looks
from services.words import sentence


class SecondLooks:
    """`stand_in` says where the question about an answer stands; `show` asks those that there are now."""

    def __init__(self) -> None:
        self._places: dict[str, Element] = {}
        self._asked: dict[str, Element] = {}

    def stand_in(self, place: Element, path: str) -> None:
        """At the end of this place, under the field of the answer."""
        self._places[path] = place

    def show(self, answers: Answers) -> None:
        """Ask about answers that have become odd, and be silent about those that are not odd any more."""
        wanted = {path: code for path, code in second_looks(answers).items() if path in self._places}
        for path in self._asked.keys() - wanted:
            self._asked.pop(path).delete()
        for path in wanted.keys() - self._asked:
            self._asked[path] = self._drawn(path, wanted[path])

    def _drawn(self, path: str, code: str) -> Element:
        with self._places[path], column() as asked, notice("warn", live=True):
            paragraph(sentence(code))
        return asked
