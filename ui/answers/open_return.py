"""A return that is open on a page, kept honest while it is changed in another window or on another device."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.button import Press
from components.field import Commit
from components.live_region import announce
from components.native import focus_within
from services.errors import HouseError, Invalid
from services.house import House
from services.returns.answers import answer_at
from services.returns.estimate import Estimate
from services.words import dollars, sentence
from ui.actions import Action
from ui.answers.acts import Acts
from ui.answers.asked import Asked, Draw
from ui.answers.following import follow
from ui.guards import Visit

Show = Callable[[Estimate, str], None]
"""Brings the page up to date. The text is the path of the answer that this page has just saved, or nothing."""
_GONE = object()


class OpenReturn:
    """The newest `estimate` that the page knows. `ask` draws a question; `take` shows what came back from a change.

    What changes the return from this page is done `in_turn`: an answer that was left by pressing a button is saved
    before what the button does.
    """

    def __init__(self, house: House, visit: Visit, estimate: Estimate, acts: Acts, *, show: Show) -> None:
        self.estimate, self._last = estimate, estimate.last_amounts
        self._house, self._visit, self._acts, self._show = house, visit, acts, show
        self._asked: dict[str, Asked] = {}
        self._turn = asyncio.Lock()
        ui.context.client.on_delete(self._let_go)

    def ask(self, path: str, draw: Draw) -> Element:
        """Draw the question whose answer is at this path, where the caller is drawing. Gives back its place."""
        seen = answer_at(self.estimate.answers, path)
        asked = self._asked[path] = Asked(path, seen, draw=draw, save=self._saving, hint=self._hint(path))
        return asked.place

    def place_of(self, path: str) -> str:
        """The id of the place where the answer at this path is asked on this page; empty where it is not on it."""
        return self._asked[path].place.html_id if path in self._asked else ""

    def focus(self, path: str) -> None:
        """Put the focus into the question whose answer is at this path, if it is on this page."""
        if path in self._asked:
            focus_within(self._asked[path].place)

    def changing(
        self, action: Action[Any, Any], then: Callable[[], None], *, takes_over: Collection[str] = (), **given: Any
    ) -> Press:
        """What changes the return in another way than by an answer. `then` is called when the page shows the change.

        It may change answers at the paths `takes_over`: their fields show that without a word about another window.
        """

        def changed(estimate: Estimate) -> None:
            for path in self._asked.keys() & {*takes_over}:
                self._asked[path].renew(answer_at(estimate.answers, path))
            self.take(estimate)
            then()

        return action.by(self._house, self._visit, then=changed, return_id=self.estimate.return_id, **given)

    def in_turn(self, act: Callable[..., Awaitable[str | None]]) -> Callable[..., Awaitable[str | None]]:
        """Have it wait for what was begun before it on this page."""

        async def acts(*given: Any) -> str | None:
            with ui.context.client.content:  # what was pressed may be drawn anew while it waits
                async with self._turn:
                    return await act(*given)

        return acts

    def take(self, estimate: Estimate, about: str = "") -> None:
        """Show this, unless something newer is shown: of two answers saved at once, the first can come back last."""
        if estimate.revision >= self.estimate.revision:
            self.estimate = estimate
            self._mark_changed_elsewhere()
            self._show(estimate, about)

    def follow(self) -> None:
        """Take over what is changed elsewhere while this page is open."""
        mine: dict[str, Any] = {"return_id": self.estimate.return_id, "tax_year": self.estimate.tax_year}
        look = self._acts.look.by(self._house, self._visit, then=self.take, **mine)
        follow(self._house, self.estimate.return_id, shown=lambda: self.estimate.revision, look=look)

    def _mark_changed_elsewhere(self) -> None:
        """Fields stay as they are. Those whose answer is another one now say so, and let the person choose.

        What belonged to something that is gone is asked no more; its list says that it is gone.
        """
        now = {path: self._now(path) for path in self._asked}
        self._asked = {path: asked for path, asked in self._asked.items() if now[path] is not _GONE}
        if [path for path, asked in self._asked.items() if asked.look(now[path])]:
            announce(sentence("elsewhere.news"))

    def _hint(self, path: str) -> str:
        """The amount of the year from which this one was begun, so that it can be compared with the paper in hand."""
        amount = self._last.at(path) if self._last else None
        if self._last is None or amount is None:
            return ""
        return sentence("last_year.hint", year=self._last.tax_year, amount=dollars(amount))

    def _now(self, path: str) -> Any:
        try:
            return answer_at(self.estimate.answers, path)
        except Invalid:
            return _GONE

    def _saving(
        self, path: str, *, seen: Any, then: Callable[[Estimate], None], otherwise: Callable[[HouseError], None]
    ) -> Commit[Any]:
        def saved(estimate: Estimate) -> None:
            then(estimate)
            self.take(estimate, about=path)

        mine: dict[str, Any] = {"return_id": self.estimate.return_id, "path": path, "seen": seen}
        return self.in_turn(self._acts.save.by(self._house, self._visit, then=saved, otherwise=otherwise, **mine))

    def _let_go(self) -> None:
        """The page is left: what it holds and what holds it are a ring, which ui/memory/gone_pages.py can't see."""
        self._asked.clear()
        self._show = _nobody_looks


def _nobody_looks(_: Estimate, __: str) -> None:
    """What is shown after the page was left."""
