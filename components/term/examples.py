"""The states of term."""

from decimal import Decimal

from components.money_field import money_field
from components.term import term


def under_a_field() -> None:
    """Under its field, with the next field after it"""
    money_field("Box 2: federal income tax withheld", value=Decimal(2184))
    term("withheld", "Taken out of your pay and sent to the IRS for you.", source="IRS Publication 505")
    money_field("Box 3: Social Security wages", value=None)
