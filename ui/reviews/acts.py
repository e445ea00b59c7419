"""What can be done on the pages of a review, each with its policy: first by a customer, then by a preparer."""

from services import policy, returns
from services.house import DbSession
from services.returns import Estimate
from services.reviews import asking, genuine, looking, preparing, reading, taking
from services.staff import customers, names
from services.visitor import Person
from ui.actions import action

ask = action("review.ask", policy.ASK_FOR_REVIEW)(asking.ask)
answer = action("review.answer", policy.ASK_FOR_REVIEW)(asking.answer)
withdraw = action("review.withdraw", policy.ASK_FOR_REVIEW)(asking.withdraw)
show_code = action("review.show_code", policy.ASK_FOR_REVIEW)(genuine.show_to_customer)
point = action("review.point", policy.ASK_FOR_REVIEW)(looking.point_as_member)
look = action("review.look", policy.ASK_FOR_REVIEW, is_use=False)(reading.latest_of)

take = action("reviews.take", policy.REVIEW_RETURNS, proof=True)(taking.take)
hand_back = action("reviews.hand_back", policy.REVIEW_RETURNS)(taking.hand_back)
note = action("reviews.note", policy.REVIEW_RETURNS)(preparing.note)
ask_for = action("reviews.ask_for", policy.REVIEW_RETURNS)(preparing.ask_for)
approve = action("reviews.approve", policy.REVIEW_RETURNS)(preparing.approve)
show_code_to_preparer = action("reviews.show_code", policy.REVIEW_RETURNS)(genuine.show_to_preparer)
point_as_preparer = action("reviews.point", policy.REVIEW_RETURNS)(looking.point_as_preparer)
look_as_preparer = action("reviews.look", policy.REVIEW_RETURNS, is_use=False)(reading.review_at)
choose_name = action("staff.choose_name", policy.CHOOSE_OWN_NAME)(names.choose_own)


@action("review.look_at_lines", policy.SEE_ESTIMATE, is_use=False)
async def look_at_lines(session: DbSession, person: Person, *, seen: reading.Seen) -> Estimate:
    """The customer's own return as it is now."""
    return await returns.estimate_for(session, person, tax_year=seen.tax_year, return_id=seen.return_id)


@action("reviews.look_at_lines", policy.REVIEW_RETURNS, is_use=False)
async def look_at_lines_as_preparer(session: DbSession, person: Person, *, seen: reading.Seen) -> Estimate:
    """The customer's return as it is now. It is a look that is written down."""
    return await customers.estimate_at(session, person, customer_id=seen.customer_id, return_id=seen.return_id)
