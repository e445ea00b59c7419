"""What else a return can have in it that the engine does not work out: one box to tick for each."""

from services.returns.answers.parts import Part


class Situations(Part):
    """True where the person has it. The names are those of services.tax.Situation."""

    adoption: bool | None = None
    alimony: bool | None = None
    business_loss: bool | None = None
    cancelled_debt: bool | None = None
    casualty_loss: bool | None = None
    clergy: bool | None = None
    contractor_tips: bool | None = None
    dependent_care_benefits: bool | None = None
    depreciation: bool | None = None
    early_withdrawal: bool | None = None
    energy_credits: bool | None = None
    estate_or_trust: bool | None = None
    family_leave: bool | None = None
    farm: bool | None = None
    foreign_income: bool | None = None
    foreign_tax_credit: bool | None = None
    gambling: bool | None = None
    home_sale: bool | None = None
    household_employees: bool | None = None
    lump_sum_election: bool | None = None
    nonresident: bool | None = None
    no_social_security_number: bool | None = None
    part_year_dependent: bool | None = None
    partnership: bool | None = None
    passive_loss: bool | None = None
    premium_tax_credit: bool | None = None
    rent: bool | None = None
    special_distribution: bool | None = None
    stock_options: bool | None = None
    untaxed_pension_part: bool | None = None
