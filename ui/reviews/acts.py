"""What can be done on the pages of a review, each with its policy: first by a customer, then by a preparer."""

from services import policy
from services.reviews import asking, changed, looking, preparing, reading, taking
from services.staff import names
from ui.actions import action

ask = action("review.ask", policy.reviews.ASK)(asking.ask)
answer = action("review.answer", policy.reviews.ASK)(asking.answer)
withdraw = action("review.withdraw", policy.reviews.ASK)(asking.withdraw)
point = action("review.point", policy.reviews.ASK)(looking.point_as_member)
look = action("review.look", policy.reviews.ASK, is_use=False)(reading.latest_of)
look_at_lines = action("review.look_at_lines", policy.reviews.ASK, is_use=False)(changed.for_member)

take = action("reviews.take", policy.reviews.PREPARE, proof=True)(taking.take)
hand_back = action("reviews.hand_back", policy.reviews.PREPARE)(taking.hand_back)
note = action("reviews.note", policy.reviews.PREPARE)(preparing.note)
ask_for = action("reviews.ask_for", policy.reviews.PREPARE)(preparing.ask_for)
approve = action("reviews.approve", policy.reviews.PREPARE, proof=True)(preparing.approve)
close = action("reviews.close", policy.reviews.PREPARE, proof=True)(preparing.close)
point_as_preparer = action("reviews.point", policy.reviews.PREPARE)(looking.point_as_preparer)
look_as_preparer = action("reviews.look", policy.reviews.PREPARE, is_use=False)(reading.review_at)
look_at_lines_as_preparer = action("reviews.look_at_lines", policy.reviews.PREPARE, is_use=False)(changed.for_preparer)
look_over = action("reviews.look_over", policy.reviews.PREPARE)(preparing.look_over)
choose_name = action("staff.choose_name", policy.roles.CHOOSE_OWN_NAME)(names.choose_own)
