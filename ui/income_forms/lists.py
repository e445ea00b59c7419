"""The lists of forms of a page, each to be drawn within its topic."""

from collections.abc import Callable, Mapping
from functools import partial

from nicegui import ui

from components.button import Press
from components.live_region import announce
from services.returns.estimate import Estimate
from services.returns.forms.kinds import KINDS, FormKind
from services.words import sentence
from ui.answers.list_of import ListOf
from ui.answers.open_return import OpenReturn
from ui.estimate.questions.second_looks import SecondLooks
from ui.income_forms.acts import FormActs
from ui.income_forms.form_list import FormList


class FormLists:
    """`inside` draws the lists of a place, by `FormKind.place`; `show` brings those that are drawn up to date.

    `second_looks` asks about odd answers, in forms and elsewhere. `level` is that of the headings of a topic's parts,
    and of forms that stand under none.
    """

    def __init__(self, open_: OpenReturn, acts: FormActs, *, level: int) -> None:
        self._open, self._acts, self._level = open_, acts, level
        self._changes = {name: getattr(acts, name) for name in ("add", "remove", "put_back")}
        self._lists: list[FormList] = []
        self.second_looks = SecondLooks(confirm=self._confirming, settle=self._settling)
        self.inside: Mapping[str, Callable[[], None]] = {
            kind.place: partial(self._draw, kind.place) for kind in KINDS.values()
        }
        ui.context.client.on_delete(self._let_go)

    def show(self, estimate: Estimate) -> None:
        """Show the forms as they are now, and ask about odd boxes."""
        for each in self._lists:
            each.show(estimate)
        self.second_looks.show(estimate.answers, estimate.tax_year)

    def _let_go(self) -> None:
        """The page is left: these hold what holds them, which ui/memory/gone_pages.py can't see."""
        self.inside = {}
        self._lists.clear()
        self.second_looks.let_go()

    def _confirming(self, path: str, code: str) -> Press:
        """What was pressed goes away: the field gets the focus."""

        def remembered() -> None:
            self.second_looks.to_field(path)
            announce(sentence("second_look.remembered"))

        return self._open.in_turn(self._open.changing(self._acts.confirm, remembered, path=path, code=code))

    def _settling(self, path: str, total: str, is_same: bool) -> Press:
        def settled() -> None:
            self.second_looks.to_field(path)
            announce(sentence("second_look.counted_once" if is_same else "second_look.remembered"))

        changing = self._open.changing(self._acts.settle, settled, takes_over=[total], total=total, is_same=is_same)
        return self._open.in_turn(changing)

    def _draw(self, place: str) -> None:
        for kind in KINDS.values():
            if kind.place == place:
                self._lists.append(self._list(kind))
                self._lists[-1].show(self._open.estimate)
        self.second_looks.show(self._open.estimate.answers, self._open.estimate.tax_year)

    def _list(self, kind: FormKind) -> FormList:
        totals = [total.path for total in kind.totals]
        changes = ListOf(self._open, kind.path, **self._changes, takes_over=totals, kind=kind.name)
        stand_in, keys = self.second_looks.stand_in, f"{kind.topic}."
        level = self._level + 1 if kind.under else self._level
        return FormList(kind.name, ask=self._open.ask, changes=changes, stand_in=stand_in, draft_keys=keys, level=level)
