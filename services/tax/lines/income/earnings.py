"""What counts as earned income. Social security, SSDI and SSI never do."""

from services.tax.cells import Worksheet, fact, line
from services.tax.inputs import spouse_wages, taxpayer_wages
from services.tax.lines.income.received import business_income, spouse_profit, taxpayer_profit, wages
from services.tax.lines.income.self_employment import half_self_employment_tax, spouse_half_tax, taxpayer_half_tax
from services.tax.lines.people import joint
from services.tax.money import Money

__all__ = ["earned_income", "lower_earnings"]


@fact
def taxpayer_earnings(r: Worksheet) -> Money:
    """Pay and business profit of the first filer, less the deductible half of the business's tax."""
    return r[taxpayer_wages] + r[taxpayer_profit] - r[taxpayer_half_tax]


@fact
def spouse_earnings(r: Worksheet) -> Money:
    """The same for the spouse."""
    return r[spouse_wages] + r[spouse_profit] - r[spouse_half_tax]


@line("8812.18a", "Earned income", source="Schedule 8812 (Form 1040), line 18a")
def earned_income(r: Worksheet) -> Money:
    return r[wages] + r[business_income] - r[half_self_employment_tax]


@line("2441.5", "Earned income of the person who earned less", source="Form 2441, line 5")
def lower_earnings(r: Worksheet) -> Money:
    return min(r[taxpayer_earnings], r[spouse_earnings]) if r[joint] else r[taxpayer_earnings]
