"""Where the independent model departs from the law. The engine follows the law; the tests expect it to."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Departure:
    """One credit that the model gives differently; `lawful` is the amount by law, in dollars."""

    field: str
    lawful: Decimal
    law: str


_SEPARATED = Departure(
    "earned_income_credit",
    Decimal(0),
    "IRC 32(d)(2)(B)(ii): a separated spouse is not treated as married only if the person resides with a qualifying "
    "child for more than half of the year. These filers have no child; the model asks for none.",
)
_SURVIVING = Departure(
    "child_and_other_dependent_credit_nonrefundable",
    Decimal(0),
    "IRC 24(h)(3): the phase-out starts at 400,000 for a joint return and at 200,000 in any other case. The IRS's own "
    "code (tax-withholding-estimator, ctcOdc.xml) reads it so; the model gives a surviving spouse 400,000.",
)

DEPARTURES = {
    "open-2025-ssdi-0002": _SEPARATED,
    "open-2025-ssdi-0017": _SEPARATED,
    "open-2025-ssdi-0019": _SEPARATED,
    "open-2025-wage-0021": _SEPARATED,
    "open-2026-ssdi-0003": _SEPARATED,
    "open-2026-ssdi-0015": _SEPARATED,
    "open-2026-ssdi-0029": _SEPARATED,
    "open-2025-itemizer-0018": _SURVIVING,
}
