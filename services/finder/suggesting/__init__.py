"""What would help: only what two computed returns show to be a gain, with what the computation assumes."""

from services.finder.suggesting.accounts import use_fsa, use_hsa
from services.finder.suggesting.fsa import YearAhead, fsa_for_care, fsa_for_health
from services.finder.suggesting.outlook import Outlook, Suggestion
from services.finder.suggesting.timing import pay_earlier, pay_later

__all__ = ["Outlook", "Suggestion", "YearAhead", "fsa_for_care", "fsa_for_health", "suggestions"]


def suggestions(outlook: Outlook) -> tuple[Suggestion, ...]:
    """What helps this person, the largest gain first; empty when nothing does."""
    found = (idea(outlook) for idea in (pay_earlier, pay_later, use_hsa, use_fsa))
    helpful = [one for one in found if one is not None and one.gain > 0]
    return tuple(sorted(helpful, key=lambda one: -one.gain))
