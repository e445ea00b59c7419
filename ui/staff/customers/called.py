"""What a customer is called in the heading of a page, so that nobody writes to the wrong one."""

from services.intake.who.states import name_of
from services.staff.customers import Customer
from services.words import sentence


def in_heading(customer: Customer) -> str:
    """Their name, their state as far as one may know both, and how they talk."""
    state = f", {name_of(customer.residence)}" if customer.residence else ""
    who = f"{customer.told_name or customer.name}{state}"
    return sentence("staff.in_heading", who=who, talk=sentence(f"talk.{customer.talk}.by"))
