"""Each step of a review in plain words, and how far it is."""

from bisect import bisect
from collections.abc import Awaitable, Callable

from nicegui.element import Element

from components.button import button
from components.layout import column
from components.live_region import announce
from components.notice import Kind, notice
from components.prose import paragraph, paragraphs
from components.timeline import Timeline
from db.values.reviews import ReviewState, ReviewStep
from services.reviews.changed import Batch, Now
from services.reviews.reading import Seen, Step
from services.words import moment, sentence
from services.words.lines import line_words

GoTo = Callable[[str], None]
"""Brings the person to a line of the return."""
_Key = tuple[int, str]
"""The number of a step, and who changed answers after it; nobody for the step itself, which comes first."""


class Steps:
    """The steps as they come in, and between them how many answers were changed. `by_preparer` is whose page it is.

    Steps that are there stay as they are.
    """

    def __init__(self, seen: Seen, *, by_preparer: bool, go_to: GoTo) -> None:
        self._by_preparer, self._go_to, self._shown = by_preparer, go_to, 0
        self._timeline = Timeline(sentence("review.steps.title"))
        self._order: list[_Key] = []
        self._batches: dict[_Key, Element] = {}
        self.show(seen)

    def show(self, seen: Seen) -> list[tuple[Step, Element]]:
        """Add what is new; gives that back, with where it stands."""
        came = []
        for number, step in enumerate(seen.steps[self._shown :], start=self._shown):
            about = line_words(step.line, seen.tax_year).label if step.line else ""
            above = [sentence("review.steps.about", line=about)] if about else []
            title = step_in_words(step, by_preparer=self._by_preparer)
            at = self._place_for((number, ""))
            with self._timeline.add(moment(step.at), title, above=above, text=step.text, place=at) as place:
                if step.line:
                    button(
                        sentence("review.go_to", line=about), kind="quiet", on_press=going_to(self._go_to, step.line)
                    )
            came.append((step, place))
        self._shown = len(seen.steps)
        return came

    def show_changes(self, seen: Seen, now: Now) -> None:
        """Say after each step how many answers were changed before the next one."""
        told = {(each.after, each.by.value): each for each in now.batches(seen)}
        for key in self._batches.keys() - told.keys():
            self._order.remove(key)
            self._timeline.remove(self._batches.pop(key))
        for key, batch in told.items():
            said = (_when(batch), batch_in_words(batch, seen.steps[batch.after], by_preparer=self._by_preparer))
            if key in self._batches:
                self._timeline.say(self._batches[key], *said)
            else:
                self._batches[key] = self._timeline.add(*said, place=self._place_for(key))

    def _place_for(self, key: _Key) -> int:
        place = bisect(self._order, key)
        self._order.insert(place, key)
        return place


def going_to(go_to: GoTo, line: str) -> Callable[[], Awaitable[None]]:
    """An event handler that brings the person to a line."""

    async def go() -> None:
        go_to(line)

    return go


class Standing:
    """How far the review is: one notice, drawn anew and read out when that changes."""

    def __init__(self, seen: Seen, *, by_preparer: bool) -> None:
        self._side = "preparer" if by_preparer else "customer"
        self._said: tuple[object, ...] = ()
        self._place = column()
        self.show(seen)

    def show(self, seen: Seen) -> bool:
        """Say it, unless it is said already; whether it was read out."""
        written = seen.question.text if seen.question else seen.reason
        joint = "review.preparer.joint" if seen.is_joint and self._side == "preparer" else ""
        says = (seen.state, seen.preparer, written, joint)
        if says == self._said:
            return False
        is_news, self._said = bool(self._said), says
        title = sentence(f"review.{self._side}.{seen.state}.title", name=seen.preparer)
        self._place.clear()
        with self._place, notice(_KIND.get(seen.state, "info"), title=title):
            paragraph(sentence(f"review.{self._side}.{seen.state}.about", name=seen.preparer))
            paragraphs(written)
            if joint:
                paragraph(sentence(joint))
        if is_news:
            announce(title)
        return is_news


_KIND: dict[ReviewState, Kind] = {ReviewState.WAITING: "warn", ReviewState.APPROVED: "good"}


def step_in_words(step: Step, *, by_preparer: bool) -> str:
    """Who did what: "Dana wrote a note", "You answered", "The customer answered"."""
    return sentence(f"review.step.{ReviewStep(step.step)}", who=_who(step, "review", by_preparer=by_preparer))


def batch_in_words(batch: Batch, after: Step, *, by_preparer: bool) -> str:
    """How many answers were changed after a step: "You changed 3 answers after Dana took the review"."""
    who = sentence(f"review.changed.by.{batch.by}")
    step = sentence(f"review.changed.after.{after.step}", who=_who(after, "review.changed", by_preparer=by_preparer))
    code = "more" if batch.is_more else "one" if batch.count == 1 else "some"
    return sentence(f"review.changed.{code}", who=who, count=batch.count, after=step)


def _when(batch: Batch) -> str:
    """From the first change to the last: the entry grows until the next step."""
    begun, until = moment(batch.begun_at), moment(batch.at)
    if begun == until:
        return until
    return sentence("review.changed.until" if batch.is_more else "review.changed.when", begun=begun, until=until)


def _who(step: Step, words: str, *, by_preparer: bool) -> str:
    if step.is_own:
        return sentence(f"{words}.you")
    return step.who or sentence(
        f"{words}.the_customer" if by_preparer and not step.by_other else f"{words}.other_member"
    )
