"""What this engine does not do. A return that says it has one of these gets the reason, and no amount.

Whoever hands a return in names them in `situations`. State tax is never computed.
"""

from enum import StrEnum


class Situation(StrEnum):
    """A part of a return that is out of scope. Each value is the code of a sentence in content/en."""

    ADOPTION = "tax.situation.adoption"
    ALIMONY = "tax.situation.alimony"
    BUSINESS_LOSS = "tax.situation.business_loss"
    CANCELLED_DEBT = "tax.situation.cancelled_debt"
    CASUALTY_LOSS = "tax.situation.casualty_loss"
    CLERGY = "tax.situation.clergy"
    CONTRACTOR_TIPS = "tax.situation.contractor_tips"
    DEPENDENT_CARE_BENEFITS = "tax.situation.dependent_care_benefits"
    DEPRECIATION = "tax.situation.depreciation"
    EARLY_WITHDRAWAL = "tax.situation.early_withdrawal"
    ENERGY_CREDITS = "tax.situation.energy_credits"
    ESTATE_OR_TRUST = "tax.situation.estate_or_trust"
    FAMILY_LEAVE = "tax.situation.family_leave"
    FARM = "tax.situation.farm"
    FOREIGN_INCOME = "tax.situation.foreign_income"
    FOREIGN_TAX_CREDIT = "tax.situation.foreign_tax_credit"
    GAMBLING = "tax.situation.gambling"
    HOME_SALE = "tax.situation.home_sale"
    HOUSEHOLD_EMPLOYEES = "tax.situation.household_employees"
    LUMP_SUM_ELECTION = "tax.situation.lump_sum_election"
    NONRESIDENT = "tax.situation.nonresident"
    NO_SOCIAL_SECURITY_NUMBER = "tax.situation.no_social_security_number"
    PART_YEAR_DEPENDENT = "tax.situation.part_year_dependent"
    PARTNERSHIP = "tax.situation.partnership"
    PASSIVE_LOSS = "tax.situation.passive_loss"
    PREMIUM_TAX_CREDIT = "tax.situation.premium_tax_credit"
    RENT = "tax.situation.rent"
    SPECIAL_DISTRIBUTION = "tax.situation.special_distribution"
    STOCK_OPTIONS = "tax.situation.stock_options"
    UNTAXED_PENSION_PART = "tax.situation.untaxed_pension_part"

    @property
    def in_a_return(self) -> str:
        """The name that a return gives it, such as `foreign_income`."""
        return self.value.rpartition(".")[2]


BY_NAME = {situation.in_a_return: situation for situation in Situation}
"""Each situation by its name in a return."""
