"""What the deduction finder says, in words."""

from collections.abc import Iterable

from services import words
from services.finder import Place, Reason
from services.returns.costs.judging import JudgedCost
from services.words import sentence


def said(reasons: Iterable[Reason]) -> list[str]:
    """The sentences of reasons, with their figures."""
    return [reason.in_words(words.sentence, words.dollars) for reason in reasons]


def headline(judged: JudgedCost) -> str:
    """What a cost comes to, in one sentence; what is still needed where it can't be judged."""
    if judged.verdict is None:
        return f"{sentence('costs.verdict.still_needed')} {', '.join(needed_in_words(judged))}."
    if judged.effect is None or judged.verdict.place is Place.UNSETTLED:
        return f"{sentence(f'finder.place.{judged.verdict.place}')}."
    return said(judged.effect.why)[0] if judged.effect.why else sentence("costs.verdict.changes_nothing")


def needed_in_words(judged: JudgedCost) -> list[str]:
    """What has to be answered before a cost can be judged."""
    return [sentence(f"cost.needed.{name}") for name in judged.needed]
