"""The people who depend on the filer: one group of questions each, added and removed in place."""

from collections.abc import Sequence
from uuid import UUID

from components.button import button
from components.layout import column
from components.live_region import announce
from components.native import focus_from_top
from components.prose import paragraph
from services.returns.answers import Dependent
from services.returns.questions.people import names_of
from services.words import sentence
from ui.answers.asked import Ask
from ui.answers.list_of import ListOf, Removal
from ui.answers.removed import Removed
from ui.estimate.questions.person import PersonAsked, within_a_sentence


class Dependents:
    """`ask(path, draw)` draws a question, `changes` is what can be done with the list; `show` brings it up to date."""

    def __init__(self, tax_year: int, *, ask: Ask, changes: ListOf) -> None:
        self._tax_year, self._ask, self._changes = tax_year, ask, changes
        self._people: dict[UUID, PersonAsked] = {}
        self._names: dict[UUID, str] = {}
        self._nobody = paragraph("Nobody is added yet.", soft=True)
        self._box = column()
        self._removed = Removed()
        button("Add a person", kind="quiet", on_press=changes.adding(self._to_newest))

    def show(self, dependents: Sequence[Dependent]) -> None:
        """Draw who came, take away who is gone, and leave the others where somebody may be typing about them."""
        now = {dependent.id for dependent in dependents}
        self._nobody.set_visibility(not dependents)
        self._removed.show_elsewhere(self._changes.removed_elsewhere(self._people, now), now=now)
        for gone in self._people.keys() - now:
            self._people.pop(gone).box.delete()
        for place, (dependent, name) in enumerate(zip(dependents, names_of(dependents), strict=True)):
            self._names[dependent.id] = name
            self._person(dependent.id, place).show(dependent, name)

    def _to_newest(self) -> None:
        self._removed.clear()
        newest_id, newest = list(self._people.items())[-1]
        focus_from_top(newest.box)
        announce(f"{self._names[newest_id]} is added. Fill in the questions about them.")

    def _to_way_back(self, gone: Removal) -> None:
        name = self._names[gone.one.id]
        put_back = self._changes.putting_back(gone, lambda: self._to_one_back(gone.one.id))
        self._removed.say(name, put_back=put_back, within=within_a_sentence(gone.one, name))

    def _to_one_back(self, dependent_id: UUID) -> None:
        self._removed.clear()
        focus_from_top(self._people[dependent_id].box)
        announce(sentence("removed.back", name=self._names[dependent_id]))

    def _person(self, dependent_id: UUID, place: int) -> PersonAsked:
        if dependent_id not in self._people:
            remove = self._changes.removing(dependent_id, self._to_way_back)
            with self._box:
                self._people[dependent_id] = PersonAsked(dependent_id, self._tax_year, ask=self._ask, remove=remove)
            self._people[dependent_id].box.move(target_index=place)
        return self._people[dependent_id]
