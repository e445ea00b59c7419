"""One form: its name, its boxes as fields, and a way to remove it."""

from collections.abc import Callable
from functools import partial

from nicegui.element import Element

from components.button import Press, button, rename
from components.form_picture import asks_for
from components.layout import row
from components.native import element
from components.prose import heading
from services.returns.answers.forms import IncomeForm
from services.returns.estimate import Estimate
from services.returns.questions import Question, asked_of_form, printed_boxes
from services.returns.questions.in_words import form_in_words
from services.words import known, sentence
from ui.answers.asked import Ask
from ui.estimate.questions.question_field import question_field

StandIn = Callable[[Element, str], None]
"""Told of the place of each answer, with its path."""


class FormCard:
    """Drawn once. Its number is its place among those of its kind, as everywhere else: `show` brings it up to date."""

    def __init__(
        self,
        kind: str,
        form: IncomeForm,
        *,
        ask: Ask,
        stand_in: StandIn,
        remove: Press,
        draft_keys: str,
        level: int,
    ) -> None:
        self._kind, self._draft_keys = kind, draft_keys
        self._ask, self._stand_in = ask, stand_in
        self.path = f"forms.{kind}.{form.id}"
        self._asked: dict[str, Element] = {}
        with element("section", "card", tabindex="-1") as self.box:
            self._name = heading("", level)
            self.box.props["aria-labelledby"] = self._name.html_id
            self._fields = element("div")
            with row():
                self._remove = button("", kind="quiet", on_press=remove)

    def show(self, form: IncomeForm, number: int, estimate: Estimate) -> None:
        """Bring the name up to date, and the questions that matter now."""
        self._name.text = form_in_words(self._kind, form, number)
        numbered = sentence("form.number", form=sentence(f"form.{self._kind}.name"), number=number)
        rename(self._remove, sentence("form.remove", form=numbered))
        asked = asked_of_form(self._kind, form, estimate.answers, estimate.tax_year)
        names = {question.path for question in asked}
        for name, place in self._asked.items():
            place.set_visibility(name in names)
        for position, question in enumerate(asked):
            if question.path not in self._asked:
                with self._fields:
                    place = self._asked[question.path] = self._question(question, estimate.tax_year)
                place.move(target_index=position)

    def _question(self, question: Question, tax_year: int) -> Element:
        path, own = f"{self.path}.{question.path}", f"form.{self._kind}.{question.path}"
        words = own if known(f"{own}.label") else f"form.{question.path}"
        key = f"{self._draft_keys}{path}"
        place = self._ask(path, partial(question_field, question, path=path, words=words, draft_key=key))
        self._stand_in(place, path)
        asks_for(place, printed_boxes(self._kind, tax_year, question.path))
        return place
