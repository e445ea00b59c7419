"""A card for each customer who needs an interpreter, with the one step that a coordinator can take."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from components.button import Press, button
from components.description_list import Entry, description_list
from components.prose import heading, paragraph
from components.tag import tag
from db.values.intake import InterpreterStatus
from services.intake.in_words import language_of
from services.staff.interpreters import Wish
from services.words import day_of, sentence
from ui.staff.card_list import CardList

Deciding = Callable[[UUID, InterpreterStatus, Callable[[Wish], None]], Press]


class Wishes:
    """The cards. A decision draws its card anew."""

    def __init__(self, deciding: Deciding) -> None:
        self._deciding = deciding
        self._cards = CardList(empty=sentence("intake.coordinator.empty"))

    def draw(self, found: Sequence[Wish]) -> None:
        """All that there are."""
        for each in found:
            self._cards.add(each.customer_id, partial(self._one, each))

    def _one(self, each: Wish) -> None:
        is_approved = each.status is InterpreterStatus.APPROVED
        heading(sentence("intake.coordinator.customer", reference=each.reference), 3)
        with paragraph():
            tag(sentence(f"intake.interpreter.{each.status}.state"), "good" if is_approved else "warn")
        language = language_of(each.communication) or sentence("intake.for_staff.not_told")
        description_list(
            [
                Entry(sentence("intake.step.language.term"), language),
                Entry(sentence("intake.coordinator.since"), day_of(each.since)),
            ]
        )
        wanted = InterpreterStatus.PENDING if is_approved else InterpreterStatus.APPROVED
        label = sentence(f"intake.coordinator.{'look_again' if is_approved else 'approve'}", reference=each.reference)
        button(label, kind="quiet", on_press=self._deciding(each.customer_id, wanted, self._decided))

    def _decided(self, wish: Wish) -> None:
        self._cards.redraw(wish.customer_id, partial(self._one, wish))
        is_approved = wish.status is InterpreterStatus.APPROVED
        code = f"intake.coordinator.{'approved' if is_approved else 'pending'}"
        self._cards.say(sentence(code, reference=wish.reference))
