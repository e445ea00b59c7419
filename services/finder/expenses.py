"""What a person tells about one cost, and about what decides where it belongs. Amounts are cents.

JSON goes in through services/finder/reading; `as_json` is the way back.
"""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from services.finder.choices import BusinessFor, Category, HealthPlan, Payer, Person, Purpose, Use
from services.tax import Money, dollars


@dataclass(frozen=True, slots=True)
class Expense:
    """One cost. `id` is for whoever asks.

    `amount` is what was paid in all; driving has `miles` instead. `reimbursed` is the part that came back.
    `used_privately`: more than by chance in private life too; for `work`, and for a `business` of the owner.
    `regular_price` (TV) and `rise_in_value` (home) is the part that is not for hearing.
    """

    category: Category
    spent_on: date
    amount: Money
    purpose: Purpose
    id: str = ""
    whose: Person = Person.TAXPAYER
    paid_by: Payer = Payer.TAXPAYER
    reimbursed: Money = 0
    reimbursed_by: Payer | None = None
    used_privately: bool | None = None
    business_for: BusinessFor | None = None
    miles: int | None = None
    regular_price: Money | None = None
    rise_in_value: Money | None = None

    @property
    def use(self) -> Use:
        """The column of places.csv. Where private use is not known, it is taken to be there."""
        alone = self.used_privately is False
        if self.purpose is Purpose.WORK:
            return Use.WORK if alone else Use.WORK_AND_PRIVATE
        if self.purpose is not Purpose.BUSINESS:
            return Use(self.purpose.value)
        if self.business_for is BusinessFor.CUSTOMERS_OR_EMPLOYEES:
            return Use.FOR_CUSTOMERS
        return Use.BUSINESS if alone else Use.BUSINESS_AND_PRIVATE

    def as_json(self) -> dict[str, Any]:
        """What `parse_expense` reads: dollars as text, the day as 2025-12-31, without what was not said."""
        told = {name: value for name, value in asdict(self).items() if value is not None}
        amounts = {name: dollars(told[name]) for name in AMOUNTS if name in told}
        if self.category is Category.MEDICAL_DRIVING:
            del amounts["amount"], told["amount"]
        return told | amounts | {"spent_on": self.spent_on.isoformat()}


AMOUNTS = ("amount", "reimbursed", "regular_price", "rise_in_value")
"""The fields of an expense that are money."""


@dataclass(frozen=True, slots=True)
class Business:
    """What decides about Form 8826, both for the year before. None: not told."""

    receipts_year_before: Money | None = None
    full_time_employees_year_before: int | None = None


@dataclass(frozen=True, slots=True)
class Household:
    """What is asked once. `hsa_paid_in` is what others, like an employer, paid into the account this year.

    `fsa_at_work`: the taxpayer's employer offers a health FSA next year; `fsa_chosen` is what goes there already.
    """

    taxpayer_business: Business = field(default_factory=Business)
    spouse_business: Business = field(default_factory=Business)
    health_plan: HealthPlan = HealthPlan.OTHER
    hsa_paid_in: Money = 0
    fsa_at_work: bool = False
    fsa_chosen: Money = 0

    def business_of(self, person: Person) -> Business:
        """The business of the taxpayer or of the spouse."""
        return self.spouse_business if person is Person.SPOUSE else self.taxpayer_business
