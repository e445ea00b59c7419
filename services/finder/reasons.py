"""Why a cost belongs where it does and what it changes: codes with figures; the words are in content/en."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from services.tax import CENTS_A_DOLLAR, Money, Rate


class Why(StrEnum):
    """Codes of sentences. For each rule of rules.toml there is also `finder.why.<its name>`."""

    MILES = "finder.count.miles"
    ACCESS_CREDIT = "finder.count.access_credit"
    FORM_NOT_OUT = "finder.count.form_not_out"
    ONLY_ABOVE_REGULAR_PRICE = "finder.count.only_above_regular_price"
    ONLY_ABOVE_RISE_IN_VALUE = "finder.count.only_above_rise_in_value"
    REPAID_IN_PART = "finder.count.repaid_in_part"

    CREDIT_LEFT_OVER = "finder.effect.credit_left_over"
    HIGHER = "finder.effect.higher"
    LOWER = "finder.effect.lower"
    NOTHING_MEDICAL_FLOOR = "finder.effect.nothing_medical_floor"
    NOTHING_STANDARD_HIGHER = "finder.effect.nothing_standard_higher"
    NOTHING_STANDARD_AND_GIFTS_HIGHER = "finder.effect.nothing_standard_and_gifts_higher"
    NOTHING_NO_TAX = "finder.effect.nothing_no_tax"
    NOTHING_TOO_SMALL = "finder.effect.nothing_too_small"
    ONLY_ABOVE_FLOOR = "finder.effect.only_above_floor"
    ONLY_ABOVE_STANDARD = "finder.effect.only_above_standard"
    ONLY_PROFIT = "finder.effect.only_profit"
    UNKNOWN_NO_PROFIT = "finder.effect.unknown_no_profit"
    UNKNOWN_NOT_COMPUTED = "finder.effect.unknown_not_computed"
    UNKNOWN_NOT_SETTLED = "finder.effect.unknown_not_settled"

    TOTAL_HIGHER = "finder.total.higher"
    TOTAL_LOWER = "finder.total.lower"
    TOTAL_NOTHING = "finder.total.nothing"
    TOTAL_IS_NOT_THE_SUM = "finder.total.is_not_the_sum"
    TOTAL_WITHOUT_UNKNOWN = "finder.total.without_unknown"
    TOTAL_UNKNOWN = "finder.total.unknown"

    PAY_EARLIER = "finder.suggestion.pay_earlier"
    PAY_LATER = "finder.suggestion.pay_later"
    USE_HSA = "finder.suggestion.use_hsa"
    USE_FSA = "finder.suggestion.use_fsa"
    FSA_AHEAD = "finder.suggestion.fsa_ahead"
    CARE_FSA_AHEAD = "finder.suggestion.care_fsa_ahead"
    ASSUMES_SAME_NEXT_YEAR = "finder.assuming.same_next_year"
    ASSUMES_LAW_OF = "finder.assuming.law_of"
    ASSUMES_CARE_IN_THAT_YEAR = "finder.assuming.care_in_that_year"
    ASSUMES_HSA_ALLOWED = "finder.assuming.hsa_allowed"
    ASSUMES_FSA_CHOSEN_BEFORE = "finder.assuming.fsa_chosen_before"
    ASSUMES_COSTS_AGAIN = "finder.assuming.costs_again"
    ASSUMES_EXAMPLE = "finder.assuming.example"
    ASSUMES_CARE_AGAIN = "finder.assuming.care_again"
    ASSUMES_SMALLER_CREDIT = "finder.assuming.smaller_credit"
    ASSUMES_NO_HSA = "finder.assuming.no_hsa"
    ASSUMES_OFFERED_AT_WORK = "finder.assuming.offered_at_work"
    ASSUMES_FSA_LIMIT = "finder.assuming.fsa_limit"
    ASSUMES_WITHOUT_PAYROLL_TAX = "finder.assuming.without_payroll_tax"
    ASSUMES_NOT_TOGETHER = "finder.assuming.not_together"


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with the figures of its sentence: amounts in cents, and figures that are text already, like "7.5%"."""

    code: str
    amounts: Mapping[str, Money] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)

    def in_words(self, sentence: Callable[..., str], dollars: Callable[[Decimal], str]) -> str:
        """The sentence: pass `words.sentence` and `words.dollars`."""
        amounts = {name: dollars(Decimal(cents) / CENTS_A_DOLLAR) for name, cents in self.amounts.items()}
        return sentence(self.code, **amounts, **self.figures)


def percent(rate: Rate) -> str:
    """A rate as people write it, to two places at most: "92.35%", "7.5%", "50%"."""
    places = f"{Decimal(rate.numerator) / rate.denominator:.2%}".removesuffix("%")
    return f"{places.rstrip('0').rstrip('.')}%"
