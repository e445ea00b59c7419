"""What the pages of both sides have in common while a review is open: they follow each other, step by step."""

from collections.abc import Awaitable, Callable
from typing import Any

from components.layout import section
from services.errors import HouseError
from services.house import House
from services.returns import store
from services.returns.estimate import Estimate
from services.reviews import reading
from services.reviews.changed import Now
from services.reviews.reading import Seen
from services.words import sentence
from ui.actions import Action
from ui.answers.following import follow
from ui.guards import Visit
from ui.reviews import acts
from ui.reviews.following import follow_review
from ui.reviews.lines import ReviewLines
from ui.reviews.news import News
from ui.reviews.steps import Standing, Steps
from ui.reviews.together import Together

PlaceOf = Callable[[str], str]


class Room:
    """The parts of an open review on one side's page. What is drawn shows `seen` and `now`, and then follows.

    `over` is called when this page may see the review no more.
    """

    _steps: Steps  # these are there once they are drawn
    _lines: ReviewLines
    _together: Together

    def __init__(
        self, house: House, visit: Visit, seen: Seen, now: Now, *, by_preparer: bool, over: Callable[[], None]
    ) -> None:
        self._house, self._visit, self._by_preparer, self._over = house, visit, by_preparer, over
        self._show_estimate: tuple[Callable[[Estimate], None], ...] = ()
        self._show_seen: tuple[Callable[[Seen], None], ...] = ()
        self.seen, self.now = seen, now
        self.standing = Standing(seen, by_preparer=by_preparer)
        self._news = News(seen.tax_year, by_preparer=by_preparer)

    @property
    def estimate(self) -> Estimate:
        """The return as it is shown now."""
        return self.now.estimate

    def writing(self, action: Action[Any, Seen], **given: Any) -> Callable[[str], Awaitable[str | None]]:
        """An act that writes something; the page then shows it."""
        return action.by(self._house, self._visit, then=self.show, review_id=self.seen.id, **given)

    def show_estimates(self, *shows: Callable[[Estimate], None]) -> None:
        """Have these show the return as it is, now and whenever it has changed."""
        self._show_estimate = shows
        for show in shows:
            show(self.estimate)

    def show_steps(self, *shows: Callable[[Seen], None]) -> None:
        """Have these show how far the review is, whenever a step was taken."""
        self._show_seen = shows

    def draw_steps_and_lines(self, *, place_of: PlaceOf, costs_path: str) -> None:
        """What happened, and every line with what was written about it. From now on the page follows."""
        with section(sentence("review.steps.title")):
            self._steps = Steps(self.seen, by_preparer=self._by_preparer, go_to=self.go_to)
            self._steps.show_changes(self.seen, self.now)
        note = acts.note if self._by_preparer else acts.answer
        with section(sentence("review.lines.title")):
            self._together = self._draw_who_is_here()
            self._lines = ReviewLines(
                self.seen,
                by_preparer=self._by_preparer,
                write=lambda line: self.writing(note, line=line),
                on_look=self._together.look if self.seen.is_open else None,
                place_of=place_of,
                costs_path=costs_path,
            )
            self._lines.show_lines(self.estimate)
        if self.seen.is_open:
            self._follow()

    def show(self, seen: Seen | None) -> None:
        """Bring the page up to date."""
        if seen is None or seen.id != self.seen.id:
            self._over()
            return
        self.seen = seen
        if not seen.is_open:
            self._together.end()
        is_told = self.standing.show(seen)
        self._news.show(self._steps.show(seen), is_told=is_told)
        self._steps.show_changes(seen, self.now)
        self._lines.show_notes(seen)
        if not self._by_preparer:
            self._together.name(seen.preparer)
        for show in self._show_seen:
            show(seen)

    def go_to(self, line: str) -> None:
        """Open a line and bring the person there."""
        self._lines.go_to(line)

    def _draw_who_is_here(self) -> Together:
        other = sentence("review.the_customer") if self._by_preparer else self.seen.preparer
        point = acts.point_as_preparer if self._by_preparer else acts.point
        tell = point.by(self._house, self._visit, review_id=self.seen.id)
        return Together(self._house, self.seen.id, by_preparer=self._by_preparer, other=other, tell=tell)

    def _show_lines(self, now: Now) -> None:
        self.now = now
        self._steps.show_changes(self.seen, now)
        for show in (self._lines.show_lines, *self._show_estimate):
            show(now.estimate)

    def _follow(self) -> None:
        look: Action[Any, Any] = acts.look_as_preparer if self._by_preparer else acts.look
        which: dict[str, Any] = {"review_id": self.seen.id} if self._by_preparer else {"return_id": self.seen.return_id}
        shown: dict[str, Any] = {"then": self.show, "otherwise": self._no_more}
        again = look.by(self._house, self._visit, **shown, **which)
        follow_review(self._house, self.seen.return_id, again, is_behind=self._is_behind)
        lines = acts.look_at_lines_as_preparer if self._by_preparer else acts.look_at_lines
        anew = lines.by(self._house, self._visit, then=self._show_lines, otherwise=self._no_more, seen=self.seen)
        follow(
            self._house,
            self.seen.return_id,
            shown=lambda: self.estimate.revision,
            look=anew,
            is_behind=self._has_old_answers,
        )
        self._together.begin(self._lines)

    async def _is_behind(self) -> bool:
        async with self._house.transaction(self._visit.person) as session:
            return await reading.is_behind(session, self.seen.id, steps=len(self.seen.steps))

    async def _has_old_answers(self) -> bool:
        async with self._house.transaction(self._visit.person) as session:
            return await store.is_later(session, self.seen.return_id, revision=self.estimate.revision)

    def _no_more(self, _: HouseError) -> None:
        self._over()
