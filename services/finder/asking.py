"""What has to be asked about a cost beyond what, when, how much and what for."""

from collections.abc import Iterator

from services.finder.choices import BusinessFor, Category, Purpose, Use
from services.finder.rules import rule_for

ONLY_FOR = {
    "miles": Category.MEDICAL_DRIVING,
    "regular_price": Category.TV_CAPTIONS,
    "rise_in_value": Category.HOME_CHANGES,
}
"""The fields that belong to one category."""


def questions(category: Category, purpose: Purpose, business_for: BusinessFor | None = None) -> tuple[str, ...]:
    """The fields of an expense that must be there for this cost, in the order in which they should be asked."""
    return tuple(_asked(category, purpose, business_for))


def _asked(category: Category, purpose: Purpose, business_for: BusinessFor | None) -> Iterator[str]:
    if category is not Category.MEDICAL_DRIVING:
        yield "amount"
    yield from (name for name, only in ONLY_FOR.items() if category is only)
    if purpose is Purpose.BUSINESS:
        yield "business_for"
    at_work = purpose is Purpose.WORK and _differ(category, Use.WORK, Use.WORK_AND_PRIVATE)
    of_owner = purpose is Purpose.BUSINESS and business_for is BusinessFor.OWNER
    if at_work or (of_owner and _differ(category, Use.BUSINESS, Use.BUSINESS_AND_PRIVATE)):
        yield "used_privately"


def _differ(category: Category, one: Use, other: Use) -> bool:
    return rule_for(category, one) != rule_for(category, other)
