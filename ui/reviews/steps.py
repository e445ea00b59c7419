"""Each step of a review in plain words, and how far it is."""

from collections.abc import Awaitable, Callable

from nicegui.element import Element

from components.button import button
from components.layout import column
from components.live_region import announce
from components.notice import Kind, notice
from components.prose import paragraph, paragraphs
from components.timeline import Timeline
from db.values.reviews import ReviewState, ReviewStep
from services.reviews.reading import Seen, Step
from services.words import moment, sentence
from services.words.lines import line_words

GoTo = Callable[[str], None]
"""Brings the person to a line of the return."""


class Steps:
    """The steps as they come in; those that are there stay as they are. `by_preparer` is whose page it is."""

    def __init__(self, seen: Seen, *, by_preparer: bool, go_to: GoTo) -> None:
        self._by_preparer, self._go_to, self._shown = by_preparer, go_to, 0
        self._timeline = Timeline(sentence("review.steps.title"))
        self.show(seen)

    def show(self, seen: Seen) -> list[tuple[Step, Element]]:
        """Add what is new; gives that back, with where it stands."""
        came = []
        for step in seen.steps[self._shown :]:
            about = line_words(step.line, seen.tax_year).label if step.line else ""
            above = [sentence("review.steps.about", line=about)] if about else []
            title = step_in_words(step, by_preparer=self._by_preparer)
            with self._timeline.add(moment(step.at), title, above=above, text=step.text) as place:
                if step.line:
                    button(sentence("review.go_to", line=about), kind="quiet", on_press=self._going_to(step.line))
            came.append((step, place))
        self._shown = len(seen.steps)
        return came

    def _going_to(self, line: str) -> Callable[[], Awaitable[None]]:
        async def go() -> None:
            self._go_to(line)

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
        question = seen.question.text if seen.question else ""
        joint = "review.preparer.joint" if seen.is_joint and self._side == "preparer" else ""
        says = (seen.state, seen.preparer, question, joint)
        if says == self._said:
            return False
        is_news, self._said = bool(self._said), says
        title = sentence(f"review.{self._side}.{seen.state}.title", name=seen.preparer)
        self._place.clear()
        with self._place, notice(_KIND.get(seen.state, "info"), title=title):
            paragraph(sentence(f"review.{self._side}.{seen.state}.about", name=seen.preparer))
            paragraphs(question)
            if joint:
                paragraph(sentence(joint))
        if is_news:
            announce(title)
        return is_news


_KIND: dict[ReviewState, Kind] = {ReviewState.WAITING: "warn", ReviewState.APPROVED: "good"}


def step_in_words(step: Step, *, by_preparer: bool) -> str:
    """Who did what: "Dana wrote a note", "You answered", "The customer answered"."""
    if step.is_own:
        who = sentence("review.you")
    else:
        who = step.who or sentence(
            "review.the_customer" if by_preparer and not step.by_other else "review.other_member"
        )
    return sentence(f"review.step.{ReviewStep(step.step)}", who=who)
