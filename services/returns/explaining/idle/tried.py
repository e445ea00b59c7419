"""A return as reasons look at it, and beside the same return without one amount."""

from dataclasses import dataclass

from db.values.returns import FilingStatus
from services.tax import Computed, Law, Money


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The return `here`."""

    here: Computed

    @property
    def law(self) -> Law:
        """The law by which it was computed."""
        return self.here.sheet.law

    @property
    def income(self) -> Money:
        """Adjusted gross income, by which most limits go."""
        return self.amount("1040.11a")

    @property
    def is_joint(self) -> bool:
        """Whether two people file one return."""
        return self.here.given.filing_status is FilingStatus.MARRIED_JOINT

    def amount(self, line: str) -> Money:
        """A line of the return here, in cents."""
        return self.here.line(line).amount


@dataclass(frozen=True, slots=True)
class Tried(LookedAt):
    """The return `here`, and the one `without` the amount that stands at `field`, a dotted path of the engine."""

    without: Computed
    field: str

    @property
    def is_separate(self) -> bool:
        """Whether the filer is married and files alone."""
        return self.here.given.filing_status is FilingStatus.MARRIED_SEPARATE

    @property
    def is_apart_unsaid(self) -> bool:
        """Whether the filer is married, files alone, and did not say that they lived apart all year."""
        return self.is_separate and not self.here.given.answer("lived_apart_all_year")

    @property
    def is_claimed(self) -> bool:
        """Whether somebody else may claim a filer as a dependent."""
        filers = ("taxpayer", "spouse") if self.is_joint else ("taxpayer",)
        return any(self.here.given.answer(f"{who}.can_be_claimed_as_dependent") for who in filers)

    def changes(self, line: str) -> bool:
        """Whether a line is another one with the amount than without."""
        return self.amount(line) != self.without.line(line).amount
