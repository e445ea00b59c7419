"""All forms of one kind, one below the other, added and removed in place, and what they come to together."""

from collections.abc import Sequence
from uuid import UUID

from components.button import button
from components.description_list import Entry, description_list
from components.form_picture import form_picture, with_picture
from components.form_picture.papers import papers
from components.layout import column, row
from components.live_region import announce
from components.native import focus_from_top
from components.prose import paragraph, strong
from services.returns.answers import Answers
from services.returns.answers.forms import IncomeForm
from services.returns.estimate import Estimate
from services.returns.forms import box_sums, counted
from services.returns.questions import printed_boxes
from services.returns.questions.in_words import box_in_words, form_in_words
from services.words import dollars, sentence
from ui.answers.asked import Ask
from ui.answers.list_of import ListOf, Removal
from ui.answers.removed import Removed
from ui.income_forms.card import FormCard, StandIn
from ui.income_forms.moved import moved_in_words


class FormList:
    """`ask(path, draw)` draws a question, `changes` is what can be done with the list; `show` brings it up to date."""

    def __init__(self, kind: str, *, ask: Ask, changes: ListOf, stand_in: StandIn, draft_keys: str, level: int) -> None:
        self._kind, self._ask, self._changes = kind, ask, changes
        self._stand_in, self._draft_keys, self._level = stand_in, draft_keys, level
        self._cards: dict[UUID, FormCard] = {}
        self._numbers: dict[UUID, int] = {}
        self._said: list[Entry] = []
        name = sentence(f"form.{kind}.name")
        self._first = paragraph(sentence("form.first", form=name), soft=True)
        self._moved, self._is_drawn = paragraph(""), False
        with with_picture():
            self._picture, self._box = column(), column()
        self._together = column()
        self._removed = Removed()
        with row():
            button(sentence("form.add", form=name), kind="quiet", on_press=changes.adding(self._to_newest))

    def show(self, estimate: Estimate) -> None:
        """Draw what came, take away what is gone, and say the rest anew."""
        forms = counted(estimate.answers, self._kind)
        self._first.set_visibility(not forms)
        self._say_what_moved(forms)
        self._show_picture(estimate.tax_year, is_wanted=bool(forms))
        now = {form.id for form in forms}
        self._removed.show_elsewhere(self._changes.removed_elsewhere(self._cards, now), now=now)
        for gone in self._cards.keys() - now:
            self._cards.pop(gone).box.delete()
        for number, form in enumerate(forms, start=1):
            self._numbers[form.id] = number
            self._card_of(form, number - 1).show(form, number, estimate)
        self._show_sums(estimate.answers, len(forms))

    def _say_what_moved(self, forms: Sequence[IncomeForm]) -> None:
        """The first forms took over what was typed as totals: not those that come back, nor those of before."""
        is_new = self._is_drawn and not self._cards and not self._numbers.keys() & {form.id for form in forms}
        self._is_drawn = True
        if is_new or not forms:
            self._moved.text = " ".join(moved_in_words(self._kind, forms))
        self._moved.set_visibility(bool(self._moved.text))

    def _show_picture(self, tax_year: int, *, is_wanted: bool) -> None:
        """One for all forms of the kind: they look alike."""
        self._picture.set_visibility(is_wanted)
        if is_wanted and not self._picture.default_slot.children:
            with self._picture:
                lit = printed_boxes(self._kind, tax_year).split()
                form_picture(papers(tax_year)[self._kind], lit, follows=True)

    def _show_sums(self, answers: Answers, number: int) -> None:
        sums = box_sums(answers, self._kind).items() if number > 1 else ()
        said = [Entry(box_in_words(self._kind, box), dollars(amount)) for box, amount in sums]
        if said == self._said:
            return
        self._said = said
        self._together.clear()
        if said:
            with self._together:
                with paragraph():
                    strong(sentence("form.together", number=number))
                description_list(said)

    def _to_newest(self) -> None:
        self._removed.clear()
        form_id, newest = list(self._cards.items())[-1]
        focus_from_top(newest.box)
        announce(f"{sentence('form.added', form=self._numbered(form_id))} {self._moved.text}".strip())

    def _to_way_back(self, gone: Removal) -> None:
        name = form_in_words(self._kind, gone.one, self._numbers[gone.one.id])
        self._removed.say(name, put_back=self._changes.putting_back(gone, lambda: self._to_one_back(gone.one.id, name)))

    def _to_one_back(self, form_id: UUID, name: str) -> None:
        self._removed.clear()
        focus_from_top(self._cards[form_id].box)
        announce(sentence("removed.back", name=name))

    def _numbered(self, form_id: UUID) -> str:
        return sentence("form.number", form=sentence(f"form.{self._kind}.name"), number=self._numbers[form_id])

    def _card_of(self, form: IncomeForm, place: int) -> FormCard:
        if form.id not in self._cards:
            with self._box:
                self._cards[form.id] = FormCard(
                    self._kind,
                    form,
                    ask=self._ask,
                    stand_in=self._stand_in,
                    remove=self._changes.removing(form.id, self._to_way_back),
                    draft_keys=self._draft_keys,
                    level=self._level,
                )
            self._cards[form.id].box.move(target_index=place)
        return self._cards[form.id]
