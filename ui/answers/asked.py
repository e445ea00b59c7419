"""One question on a page: the answer that the person sees there, and what happens when it was changed elsewhere."""

from collections.abc import Callable
from typing import Any, Protocol

from nicegui.element import Element

from components.drafts import without_drafts
from components.field import Commit
from components.field.beside import with_hint
from components.layout import column
from components.live_region import announce
from components.native import focus_within
from services.errors import HouseError
from services.returns.answers import answer_at
from services.returns.elsewhere import ChangedElsewhere
from services.returns.estimate import Estimate
from services.words import sentence
from ui.answers.choosing import Choosing

_ANOTHER: object = object()
"""What was seen by somebody who typed over an answer that has been changed since."""


class Draw(Protocol):  # pylint: disable=too-few-public-methods  # it is a function with names
    """Draws the field of a question with the answer to show, and what keeps another."""

    def __call__(self, *, value: Any, on_commit: Commit[Any]) -> object: ...


Ask = Callable[[str, Draw], Element]
"""Draws the question whose answer is at a path; gives back its place on the page."""


class Save(Protocol):  # pylint: disable=too-few-public-methods  # it is a function with names
    """Makes what keeps an answer at a path, where the person saw `seen` before."""

    def __call__(
        self, path: str, *, seen: Any, then: Callable[[Estimate], None], otherwise: Callable[[HouseError], None]
    ) -> Commit[Any]: ...


class Asked:
    """The question at `path`, in a place of its own. `seen` is the answer that stood in its field when it was drawn.

    Nothing is written over: not what somebody else has saved, and not what this person has typed. They choose. When the
    page has drawn the question anew while an answer was on its way, the new one says what is to be said. `hint` stands
    after the field's own one.
    """

    def __init__(self, path: str, seen: Any, *, draw: Draw, save: Save, hint: str = "") -> None:
        self._path, self._seen, self._draw, self._save, self._hint = path, seen, draw, save, hint
        self._saving = False
        self.place = column()
        self.place.ignores_events_when_hidden = (
            False  # what was typed before it was asked no more is judged all the same
        )
        self.place.on("stale", self._forget_seen, args=[])  # drafts.js: typed over another answer than is saved now
        with self.place:
            self._field, self._choosing = column(), Choosing()
        with self._field, with_hint(hint):
            draw(value=seen, on_commit=self._commit)

    def look(self, now: Any) -> bool:
        """Compare with what is saved `now`. True when this question has to say something new to the person."""
        if self._saving or now in (self._seen, self._choosing.offered):
            return False
        self._offer(now)
        return True

    def renew(self, now: Any) -> None:
        """Show another answer that this page has given here in another way than by this field."""
        if now != self._seen:
            self._seen = now
            self._redraw()

    async def _commit(self, answer: Any) -> str | None:
        offers: list[ChangedElsewhere] = []

        def refused(problem: HouseError) -> None:
            if isinstance(problem, ChangedElsewhere) and not self.place.is_deleted:
                self._offer(problem.now, mine=(answer,))
                offers.append(problem)

        self._saving = True
        try:
            told = await self._save(self._path, seen=self._seen, then=self._kept, otherwise=refused)(answer)
            return self._choosing.leading(told) if told and offers else told
        finally:
            self._saving = False

    def _forget_seen(self) -> None:
        self._seen = _ANOTHER

    def _kept(self, estimate: Estimate) -> None:
        self._seen = answer_at(estimate.answers, self._path)
        if not self.place.is_deleted:
            self._choosing.clear()

    def _offer(self, now: Any, mine: tuple[Any, ...] = ()) -> None:
        async def show() -> None:
            self._show(now, sentence("elsewhere.shown"))

        async def save() -> str | None:
            self._seen = now
            problem = await self._commit(*mine)
            if problem is None:
                self._show(self._seen, sentence("elsewhere.saved"))
            return problem

        if now != self._choosing.offered:
            self._choosing.offer(now, show=show)
        if mine:
            self._choosing.offer_mine(*mine, save=save)

    def _show(self, answer: Any, said: str) -> None:
        with self.place:  # not in the button that was pressed: it goes away
            self._seen = answer
            self._redraw()
            self.place.set_visibility(True)  # if it is asked no more it goes with the next change, not from under them
            focus_within(self._field)
            announce(said)

    def _redraw(self) -> None:
        self._choosing.clear()
        self._field.clear()
        with self._field, without_drafts(), with_hint(self._hint):
            self._draw(value=self._seen, on_commit=self._commit)
