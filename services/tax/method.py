"""The two ways to work a return out."""

from enum import StrEnum

from services.tax.money import CENTS_A_DOLLAR, Money


class Method(StrEnum):
    """How amounts are rounded and looked up.

    `as_filed` is what stands on a paper form: each line in whole dollars, the Tax Table and the EIC Table.
    `exact` is to the cent, by the rates of the law; it is what models and other programs are compared with.
    """

    AS_FILED = "as_filed"
    EXACT = "exact"

    @property
    def unit(self) -> Money:
        """What every amount on a line is a multiple of."""
        return CENTS_A_DOLLAR if self is Method.AS_FILED else 1
