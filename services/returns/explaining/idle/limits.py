"""Codes of the sentences that say at which limit an amount stopped. Figures of the law come from its file."""

from enum import StrEnum


class Limit(StrEnum):
    """What an amount meets; services.finder.Why has those that a cost for hearing meets, too."""

    ACCESS_REACH = "idle.access_reach"
    ACCESS_SMALL = "idle.access_small"
    CLAIMED = "idle.claimed"
    ELDERLY_INCOME = "idle.elderly_income"
    GIFTS_FLOOR = "idle.gifts_floor"
    GIFTS_LIMIT = "idle.gifts_limit"
    INCOME_BELOW = "idle.income_below"
    INCOME_SHRINKS = "idle.income_shrinks"
    INCOME_UP_TO = "idle.income_up_to"
    LOSSES = "idle.losses"
    MINIMUM_TAX = "idle.minimum_tax"
    NOBODY_NEEDS_CARE = "idle.nobody_needs_care"
    NOT_APART = "idle.not_apart"
    NOT_RETIRED = "idle.not_retired"
    NO_EARNINGS = "idle.no_earnings"
    NO_EARNINGS_OF_ONE = "idle.no_earnings_of_one"
    NO_INCOME_LEFT = "idle.no_income_left"
    NO_TAX_LEFT = "idle.no_tax_left"
    OF_AGE = "idle.of_age"
    SEPARATE = "idle.separate"
    STUDENT = "idle.student"
    STATE_TAX_LIMIT = "idle.state_tax_limit"
    TOO_YOUNG = "idle.too_young"
