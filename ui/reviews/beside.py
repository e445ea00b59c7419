"""How far the review of a return is, said quietly beside its questions: who has it, and what a change means to them."""

from components.link import link
from components.on_paper import only_on_screen
from components.prose import paragraph
from db.values.reviews import ReviewState
from services import policy
from services.house import House
from services.returns.estimate import Estimate
from services.reviews import how_far
from services.reviews.how_far import HowFar
from services.words import day_of, sentence
from ui.estimate.opening import page_of
from ui.guards import Visit


async def review_of(house: House, visit: Visit, estimate: Estimate) -> HowFar | None:
    """The latest review; None if there was none. Guests have none, and who helps does not see that of a customer."""
    if estimate.helping or not policy.reviews.ASK.allows(visit.visitor):
        return None
    async with house.transaction(visit.person) as session:
        found = await how_far.latest_of_each(session, visit.person, [estimate.return_id])
    return found.get(estimate.return_id)


def review_beside(estimate: Estimate, review: HowFar | None) -> None:
    """One line, with the way to the review; nothing where it was taken back. It is as of when the page was opened."""
    if review is None or review.state is ReviewState.WITHDRAWN:
        return
    words = sentence(f"review.beside.{review.state}", day=day_of(review.changed_at))
    with only_on_screen(), paragraph(f"{words} ", small=True):
        link(sentence("review.beside.link"), page_of(estimate, "review"))
