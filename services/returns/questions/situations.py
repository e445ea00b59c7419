"""The boxes to tick for what the engine does not work out, under plain headings."""

from services.returns.questions.kinds import Kind, Question

_GROUPS = {
    "money": (
        *("rent", "foreign_income", "gambling", "alimony", "cancelled_debt", "estate_or_trust", "home_sale"),
        *("stock_options", "family_leave", "dependent_care_benefits"),
    ),
    "work": (
        *("business_loss", "depreciation", "partnership", "passive_loss", "farm", "clergy", "household_employees"),
        "contractor_tips",
    ),
    "people": ("nonresident", "no_social_security_number", "part_year_dependent", "adoption"),
    "help": (
        "premium_tax_credit",
        "early_withdrawal",
        "special_distribution",
        "untaxed_pension_part",
        "lump_sum_election",
    ),
    "costs": ("energy_credits", "foreign_tax_credit", "casualty_loss"),
}
OTHER_SITUATIONS = tuple(
    Question(f"situations.{name}", Kind.TICK, under=group) for group, names in _GROUPS.items() for name in names
)
