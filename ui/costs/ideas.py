"""What would help, where two computed returns show it; and the questions about the household that decide it."""

from collections.abc import Iterable
from functools import partial

from nicegui.element import Element

from components.layout import column, section
from components.notice import notice
from components.prose import bullet_list, paragraph
from services.finder import Suggestion
from services.words import sentence
from ui.answers.asked import Ask
from ui.costs.answer_field import answer_field
from ui.costs.said import said


class Ideas:
    """A section that is there only when there is something that would help. `show` draws what holds now."""

    def __init__(self) -> None:
        with section(sentence("costs.ideas.title")) as self._box:
            paragraph(sentence("costs.ideas.hint"), soft=True)
            self._list = column()

    def show(self, suggestions: Iterable[Suggestion]) -> None:
        """Draw the suggestions, or hide the section."""
        ideas = list(suggestions)
        self._box.set_visibility(bool(ideas))
        self._list.clear()
        with self._list:
            for idea in ideas:
                with notice("info", title=said([idea.what])[0]):
                    bullet_list(said(idea.assuming))
                    confirmed = sentence(f"finder.confirmed.{idea.source.confirmed}")
                    paragraph(f"{idea.source.text}. {confirmed}", soft=True, small=True)


class HouseholdQuestions:
    """A section that is there only while an answer about the household can change what is said about a cost."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._drawn: dict[str, Element] = {}
        with section(sentence("costs.household.title")) as self._box:
            paragraph(sentence("costs.household.hint"), soft=True)
            self._list = column()

    def show(self, paths: tuple[str, ...]) -> None:
        """Ask these questions and no others."""
        self._box.set_visibility(bool(paths))
        for path, drawn in self._drawn.items():
            drawn.set_visibility(path in paths)
        for path in paths:
            if path not in self._drawn:
                with self._list:
                    self._drawn[path] = self._ask(path, partial(answer_field, path, path=path))
