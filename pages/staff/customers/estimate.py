"""A customer's estimate, to be read: what it comes to, and every line with where it comes from."""

from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.layout import section
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.returns.filed.standing import days_filed
from services.staff import customers
from services.staff.customers import reach_of
from services.words import sentence
from ui.estimate.answer.for_staff import ResultForStaff
from ui.estimate.lines.worksheet import EstimateWorksheet
from ui.guards import HouseDep, Visit, for_staff
from ui.interview.review import AnswersInWords, StillOpen
from ui.joint.who import who_is_you
from ui.page_frame import page_frame
from ui.staff.access.leaving import MY_CUSTOMERS, leave_with_the_customers
from ui.staff.customers.called import in_heading
from ui.staff.customers.filed import tell_filed


@ui.page("/staff/customers/{customer_id}/estimates/{return_id}")
async def customer_estimate_page(
    customer_id: UUID,
    return_id: UUID,
    house: HouseDep,
    visit: Annotated[Visit, for_staff(policy.returns.READ_CUSTOMERS)],
) -> None:
    """Nothing can be changed here. Opening this page is a look that is written down."""
    async with house.transaction(visit.person) as session:
        customer = await customers.customer_at(session, visit.person, customer_id=customer_id)
        estimate = await customers.estimate_at(session, visit.person, customer_id=customer_id, return_id=return_id)
        filed = await days_filed(session, return_id)
    here = f"Estimate for {estimate.tax_year}"
    title = f"{here}. {in_heading(customer)}"
    one = Crumb(f"Customer {customer.reference}", f"/staff/customers/{customer_id}")
    above = [Crumb("My customers", MY_CUSTOMERS), one]
    with page_frame(title, visit, above=customer.name, way=above, here=here):
        leave_with_the_customers(visit, reach_of([customer]))
        with notice():
            paragraph("You can read this estimate. Only the customer can change it.")
        who_is_you(estimate, with_way=False)
        tell_filed(filed)
        ResultForStaff().show(estimate)
        with section(sentence("interview.review_for_staff.open")):
            StillOpen(place_of=lambda _: "", for_staff=True).show(estimate)
        with section("Every line, explained"):
            EstimateWorksheet(place_of=lambda _: "", costs_path="").show(estimate)
        with section(sentence("interview.review_for_staff.title")):
            AnswersInWords().show(estimate)
