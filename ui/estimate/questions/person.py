"""One person who depends on the filer: the questions about them, and a way to remove them."""

from functools import partial
from uuid import UUID

from nicegui.element import Element

from components.button import Press, button, rename
from components.layout import row
from components.native import element
from components.prose import heading
from services.returns.answers import Dependent
from services.returns.questions import DEPENDENT_QUESTIONS, Question, asked_about
from ui.answers.asked import Ask
from ui.estimate.questions.question_field import question_field


class PersonAsked:
    """Drawn once. `show` brings up to date what they are called, by name or place, and what is asked of them."""

    def __init__(self, dependent_id: UUID, tax_year: int, *, ask: Ask, remove: Press) -> None:
        self._tax_year, self._ask, self._path = tax_year, ask, f"dependents.{dependent_id}"
        with element("section", tabindex="-1") as self.box:
            self._name = heading("", 4)
            self.box.props["aria-labelledby"] = self._name.html_id
            self._places = {each: self._question(each) for each in DEPENDENT_QUESTIONS}
            with row():
                self._remove = button("", kind="quiet", on_press=remove)

    def show(self, dependent: Dependent, name: str) -> None:
        """Say what they are called now, and ask what matters."""
        self._name.text = name
        rename(self._remove, f"Remove {within_a_sentence(dependent, name)}")
        asked = asked_about(dependent, self._tax_year)
        for question, place in self._places.items():
            place.set_visibility(question in asked)

    def _question(self, question: Question) -> Element:
        path, words = f"{self._path}.{question.path}", f"question.dependent.{question.path}"
        return self._ask(path, partial(question_field, question, path=path, words=words))


def within_a_sentence(dependent: Dependent, name: str) -> str:
    """ "Maya", "person 2": only a name keeps its capital letter."""
    return name if dependent.first_name else name.lower()
