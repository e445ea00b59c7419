"""One customer, as one of us sees them: how they talk, what that means for us, and their returns."""

from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.description_list import Entry, description_list
from components.layout import section
from components.link import link
from components.link_list import Entry as Way
from components.link_list import link_list
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.staff import customers
from services.staff.customers import Customer, reach_of
from services.words import moment, sentence
from ui.genuine.code import ShownCode
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.staff.access.leaving import MY_CUSTOMERS, leave_with_the_customers
from ui.staff.customers.called import in_heading
from ui.staff.customers.reaching import how_to_reach


@ui.page("/staff/customers/{customer_id}", reconnect_timeout=STAYS_SECONDS)
async def customer_page(
    customer_id: UUID, house: HouseDep, visit: Annotated[Visit, for_staff(policy.customers.SEE)]
) -> None:
    """Opening this page is a look that is written down."""
    async with house.transaction(visit.person) as session:
        customer = await customers.customer_at(session, visit.person, customer_id=customer_id)
    here = f"Customer {customer.reference}"
    way = [Crumb("My customers", MY_CUSTOMERS)]
    with page_frame(in_heading(customer), visit, above=here, way=way, here=here):
        leave_with_the_customers(visit, reach_of([customer]))
        if customer.until:
            with notice("warn"):
                paragraph(f"You see this customer in an emergency, until {moment(customer.until)}.")
                link("Go to where you can end it now", "/staff/emergency")
        with notice(title=f"Talks by {sentence(f'talk.{customer.talk}.by')}"):
            paragraph(sentence(f"talk_means.{customer.talk}"))
        description_list(_entries(customer))
        with section(sentence("intake.for_staff.title")):
            how_to_reach(customer)
        with section(sentence("genuine.code.title")):
            ShownCode(house, visit, customer)
        if customer.returns:
            with section("Tax estimates"):
                estimates = f"/staff/customers/{customer_id}/estimates"
                link_list(Way(f"Estimate for {each.tax_year}", f"{estimates}/{each.id}") for each in customer.returns)


def _entries(customer: Customer) -> list[Entry]:
    roles = ", ".join(sentence(f"role.name.{role}") for role in customer.roles)
    entries = [Entry("You are there as", roles or "emergency access")]
    return [*entries, Entry("Email address", customer.contact)] if customer.contact else entries
