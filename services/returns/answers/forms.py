"""The forms that a person holds in their hands, box by box as they are printed; nothing where nothing was said.

A box is here only if it feeds the estimate or a check. What each feeds is in services/returns/forms.
"""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from db.types import new_id
from services.returns.answers.parts import Dollars, DollarsOrLoss, Part
from services.seen import in_one_line

MOST_FORMS = 20
"""Of each kind."""
MOST_LETTERS_OF_A_NAME = 80
Payer = Annotated[str, StringConstraints(max_length=MOST_LETTERS_OF_A_NAME), AfterValidator(in_one_line)]
DistributionCode = Annotated[
    str, StringConstraints(strip_whitespace=True, to_upper=True, pattern="^[1-9A-HJ-NP-UWYa-hj-np-uwy]{1,2}$")
]
"""One or two codes, as in box 7. Instructions for Forms 1099-R and 5498 (2025), table 1."""


class Holder(StrEnum):
    """Whose form it is, on a return of two people."""

    TAXPAYER = "taxpayer"
    SPOUSE = "spouse"


class IncomeForm(Part):
    """What every form has: whose it is (of who adds it, while nothing else is said), and the name of who sent it.

    The id stays when others come and go. `confirmed` has the amounts, as text, that were asked about and are right: by
    box and question, or by the path of a total that counts beside the box.
    """

    id: UUID = Field(default_factory=new_id)
    whose: Holder = Holder.TAXPAYER
    payer: Payer | None = None
    confirmed: dict[str, str] = Field(default_factory=dict)


class W2(IncomeForm):
    """Form W-2. Box 12 by what its codes are for: `box_12_savings` is D, E, F, G, H, S, AA, BB and EE together."""

    box_1: Dollars | None = None
    box_2: Dollars | None = None
    box_3: Dollars | None = None
    box_4: Dollars | None = None
    box_5: Dollars | None = None
    box_6: Dollars | None = None
    box_7: Dollars | None = None
    box_10: Dollars | None = None
    box_12_savings: Dollars | None = None
    box_12_tips: Dollars | None = None
    box_12_overtime: Dollars | None = None
    box_17: Dollars | None = None
    box_19: Dollars | None = None


class SocialSecurityForm(IncomeForm):
    """Form SSA-1099. Box 5 is below zero where more was paid back than came."""

    box_3: Dollars | None = None
    box_4: Dollars | None = None
    box_5: DollarsOrLoss | None = None
    box_6: Dollars | None = None


class InterestForm(IncomeForm):
    """Form 1099-INT."""

    box_1: Dollars | None = None
    box_3: Dollars | None = None
    box_4: Dollars | None = None
    box_8: Dollars | None = None


class DividendForm(IncomeForm):
    """Form 1099-DIV."""

    box_1a: Dollars | None = None
    box_1b: Dollars | None = None
    box_2a: Dollars | None = None
    box_4: Dollars | None = None


class SalesForm(IncomeForm):
    """The summary of form 1099-B that a broker sends: sales of what was held for a year or less, and for longer."""

    short_proceeds: Dollars | None = None
    short_cost: Dollars | None = None
    long_proceeds: Dollars | None = None
    long_cost: Dollars | None = None
    box_4: Dollars | None = None


class PensionForm(IncomeForm):
    """Form 1099-R. `box_2b` is the first mark there: the payer did not work out the taxable amount.

    `before_pension_age` is asked of a disability pension: whether it came before the age at which the plan pays without
    a disability.
    """

    box_1: Dollars | None = None
    box_2a: Dollars | None = None
    box_2b: bool | None = None
    box_4: Dollars | None = None
    box_7: DistributionCode | None = None
    ira: bool | None = None
    before_pension_age: bool | None = None


class GovernmentForm(IncomeForm):
    """Form 1099-G. Box 10, for family leave, is on forms for 2026 and later."""

    box_1: Dollars | None = None
    box_4: Dollars | None = None
    box_10: Dollars | None = None


class PayForm(IncomeForm):
    """Form 1099-NEC: pay of a business, before its costs. `typed_profit` stood in box 1 first: it was the total.

    Boxes 1b and 1d, tips and overtime, are parts of box 1a on forms for 2026 and later.
    """

    box_1: Dollars | None = None
    box_1b: Dollars | None = None
    box_1d: Dollars | None = None
    box_4: Dollars | None = None
    typed_profit: DollarsOrLoss | None = None


class Forms(Part):
    """The forms of a return, by kind."""

    w2: list[W2] = Field(default_factory=list, max_length=MOST_FORMS)
    nec_1099: list[PayForm] = Field(default_factory=list, max_length=MOST_FORMS)
    ssa_1099: list[SocialSecurityForm] = Field(default_factory=list, max_length=MOST_FORMS)
    r_1099: list[PensionForm] = Field(default_factory=list, max_length=MOST_FORMS)
    g_1099: list[GovernmentForm] = Field(default_factory=list, max_length=MOST_FORMS)
    int_1099: list[InterestForm] = Field(default_factory=list, max_length=MOST_FORMS)
    div_1099: list[DividendForm] = Field(default_factory=list, max_length=MOST_FORMS)
    b_1099: list[SalesForm] = Field(default_factory=list, max_length=MOST_FORMS)
