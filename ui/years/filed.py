"""When a return was filed, in words."""

from collections.abc import Sequence
from datetime import date

from services.words import long_date, sentence


def filed_in_words(days: Sequence[date]) -> str:
    """The first day, and the last one on which it was amended."""
    if len(days) == 1:
        return sentence("years.filed.on", day=long_date(days[0]))
    return sentence("years.filed.amended", day=long_date(days[0]), last=long_date(days[-1]))
