"""What can be done on the pages of a review, each with its policy: first by a customer, then by a preparer."""

from services import policy
from services.house import DbSession
from services.returns import opening
from services.returns.estimate import Estimate
from services.reviews import asking, looking, preparing, reading, taking
from services.staff import customers, names
from services.visitor import Person
from ui.actions import action

ask = action("review.ask", policy.reviews.ASK)(asking.ask)
answer = action("review.answer", policy.reviews.ASK)(asking.answer)
withdraw = action("review.withdraw", policy.reviews.ASK)(asking.withdraw)
point = action("review.point", policy.reviews.ASK)(looking.point_as_member)
look = action("review.look", policy.reviews.ASK, is_use=False)(reading.latest_of)

take = action("reviews.take", policy.reviews.PREPARE, proof=True)(taking.take)
hand_back = action("reviews.hand_back", policy.reviews.PREPARE)(taking.hand_back)
note = action("reviews.note", policy.reviews.PREPARE)(preparing.note)
ask_for = action("reviews.ask_for", policy.reviews.PREPARE)(preparing.ask_for)
approve = action("reviews.approve", policy.reviews.PREPARE, proof=True)(preparing.approve)
point_as_preparer = action("reviews.point", policy.reviews.PREPARE)(looking.point_as_preparer)
look_as_preparer = action("reviews.look", policy.reviews.PREPARE, is_use=False)(reading.review_at)
choose_name = action("staff.choose_name", policy.roles.CHOOSE_OWN_NAME)(names.choose_own)


@action("review.look_at_lines", policy.returns.SEE, is_use=False)
async def look_at_lines(session: DbSession, person: Person, *, seen: reading.Seen) -> Estimate:
    """The customer's own return as it is now."""
    return await opening.estimate_for(session, person, tax_year=seen.tax_year, return_id=seen.return_id)


@action("reviews.look_at_lines", policy.reviews.PREPARE, is_use=False)
async def look_at_lines_as_preparer(session: DbSession, person: Person, *, seen: reading.Seen) -> Estimate:
    """The customer's return as it is now. It is a look that is written down."""
    return await customers.estimate_at(session, person, customer_id=seen.customer_id, return_id=seen.return_id)
