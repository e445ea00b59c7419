"""What somebody had in the year, of what most people do not have: asked in one go, before more is asked about it."""

from services.returns.answers.parts import Part


class Had(Part):
    """True where the box is ticked. The names are those of topics; `no_…` is "none of these" for one list of boxes.

    A tick weighs more than "none of these": the person may have ticked it later.
    """

    tips_and_overtime: bool | None = None
    business: bool | None = None
    social_security: bool | None = None
    pensions: bool | None = None
    disability_pension: bool | None = None
    unemployment: bool | None = None
    savings: bool | None = None
    no_other_income: bool | None = None
    student_loan: bool | None = None
    retirement: bool | None = None
    health_savings: bool | None = None
    teacher: bool | None = None
    car_loan: bool | None = None
    home: bool | None = None
    itemized: bool | None = None
    no_deductions: bool | None = None
    college: bool | None = None
    care: bool | None = None
    no_credits: bool | None = None
    payments: bool | None = None
    other: bool | None = None
    no_payments: bool | None = None
