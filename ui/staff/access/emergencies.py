"""Access in an emergency: the form that asks for the reason, and a card for each use."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from components.button import Press, button
from components.description_list import Entry, description_list
from components.field.held import held
from components.layout import row
from components.prose import heading, paragraph, paragraphs
from components.tag import tag
from components.text_area import text_area
from components.text_field import text_field
from services.staff.access.emergency import LONGEST_REASON, SHORTEST_REASON, Use
from services.words import moment
from ui.mistakes import PressedForm
from ui.staff.card_list import CardList

Begin = Callable[[str, str], Awaitable[str | None]]
"""Takes the address of a customer, and the reason."""


def emergency_form(begin: Begin) -> None:
    """Whom, why, and a button that says what it does."""
    form = PressedForm()
    address = form.asks(
        "email",
        text_field("Email address of the customer", kind="email", required=True, on_commit=held, draft_key="address"),
    )
    reason = form.asks(
        "reason",
        text_area(
            "Why you must see this customer now",
            hint=f"An administrator reads it. Write no tax data here. Write at least {SHORTEST_REASON} characters.",
            required=True,
            most=LONGEST_REASON,
            on_commit=held,
            draft_key="reason",
        ),
    )

    async def pressed() -> str | None:
        return form.pressed(await begin(address.typed[0], reason.typed[0]))

    see = "See this customer for one hour"
    form.sent_by(button(see, on_press=pressed, busy="Saving…", now_or_never=True))


class Emergencies:
    """A card for each use: one that lasts can be ended, and an administrator reviews one that waits for it."""

    def __init__(
        self,
        review: Callable[[UUID, Callable[[object], None]], Press],
        end: Callable[[UUID, Callable[[datetime], None]], Press],
    ) -> None:
        self._review, self._end = review, end
        self._cards = CardList(empty="Nobody has used emergency access.")

    def draw(self, found: Sequence[Use]) -> None:
        """All that there are."""
        so_far: Counter[str] = Counter()
        for each in found:
            called = f"{each.staff_name}, customer {each.customer}, from {moment(each.begun_at)}"
            so_far[called] += 1
            if so_far[called] > 1:  # begun in the same minute
                called = f"{called}, number {so_far[called]}"
            self._cards.add(each.id, partial(self._one, each, called, is_reviewed=each.reviewed_at is not None))

    def _one(self, each: Use, called: str, *, is_reviewed: bool) -> None:
        heading(f"{each.staff_name} saw customer {each.customer}", 3)
        with paragraph():
            tag("Reviewed" if is_reviewed else "To be reviewed", "good" if is_reviewed else "warn")
        description_list([Entry("From", moment(each.begun_at)), Entry("Until", moment(each.expires_at))])
        paragraphs(each.reason)
        if each.can_be_ended or (each.can_be_reviewed and not is_reviewed):
            with row():
                self._buttons(each, called, is_reviewed=is_reviewed)

    def _buttons(self, each: Use, called: str, *, is_reviewed: bool) -> None:
        if each.can_be_ended:
            ended = partial(self._ended, each, called, is_reviewed=is_reviewed)
            button(f"End it now: {called}", kind="quiet", on_press=self._end(each.id, ended))
        if each.can_be_reviewed and not is_reviewed:
            press = self._review(each.id, partial(self._reviewed, each, called))
            button(f"Mark as reviewed: {called}", kind="quiet", on_press=press)

    def _ended(self, each: Use, called: str, at: datetime, *, is_reviewed: bool) -> None:
        over = replace(each, expires_at=at, can_be_ended=False)
        self._cards.redraw(each.id, partial(self._one, over, called, is_reviewed=is_reviewed))
        self._cards.say(f"{each.staff_name} does not see customer {each.customer} any more by emergency access.")

    def _reviewed(self, each: Use, called: str, _: object) -> None:
        self._cards.redraw(each.id, partial(self._one, each, called, is_reviewed=True))
        self._cards.say(f"What {each.staff_name} did is marked as reviewed.")
