"""What the first forms of a kind took over from the totals that were typed before, in words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from services.returns.answers.forms import IncomeForm
from services.returns.questions import BOXES
from services.returns.questions.in_words import box_in_words, form_in_words
from services.words import dollars, sentence


def moved_in_words(kind: str, forms: Sequence[IncomeForm]) -> Iterator[str]:
    """A sentence for each form that has an amount in it, with its boxes."""
    for number, form in enumerate(forms, start=1):
        boxes = [
            sentence("form.moved_box", box=box_in_words(kind, box.question.path), amount=dollars(amount))
            for box in BOXES[kind]
            if isinstance(amount := getattr(form, box.question.path), Decimal)
        ]
        if boxes:
            yield sentence("form.moved", form=form_in_words(kind, form, number), boxes="; ".join(boxes))
