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
from ui.reviews.following import follow_review


async def review_of(house: House, visit: Visit, estimate: Estimate) -> HowFar | None:
    """The latest review; None if there was none. Guests have none, and who helps does not see that of a customer."""
    if estimate.helping or not policy.reviews.ASK.allows(visit.visitor):
        return None
    async with house.transaction(visit.person) as session:
        found = await how_far.latest_of_each(session, visit.person, [estimate.return_id])
    return found.get(estimate.return_id)


def review_beside(house: House, visit: Visit, estimate: Estimate, review: HowFar | None) -> None:
    """One line, with the way to the review; nothing where there is none. It goes on being true on an open page."""
    beside = _Beside(estimate, review)
    if estimate.helping or not policy.reviews.ASK.allows(visit.visitor):
        return

    async def look() -> None:
        beside.show(await review_of(house, visit, estimate))

    async def is_behind() -> bool:
        return await review_of(house, visit, estimate) != review

    follow_review(house, estimate.return_id, look, is_behind=is_behind)


class _Beside:
    """The line, which takes no room while there is nothing to say."""

    def __init__(self, estimate: Estimate, review: HowFar | None) -> None:
        self._way = page_of(estimate, "review")
        self._place = only_on_screen()
        self.show(review)

    def show(self, review: HowFar | None) -> None:
        """Say how far it is now; nothing of one that was taken back."""
        self._place.clear()
        is_said = review is not None and review.state is not ReviewState.WITHDRAWN
        self._place.set_visibility(is_said)
        if review is None or not is_said:
            return
        words = sentence(f"review.beside.{review.state}", day=day_of(review.changed_at))
        with self._place, paragraph(f"{words} ", small=True):
            link(sentence("review.beside.link"), self._way)
