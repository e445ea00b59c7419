"""How far the review of one return is, on the page with all years."""

from components.description_list import Entry
from components.link import link
from db.values.reviews import ReviewState
from services.returns.years.overview import Held
from services.reviews.how_far import HowFar
from services.words import day_of, sentence


def review_in_words(held: Held, review: HowFar) -> Entry:
    """Who has to do something now; of an approval, whether an answer was changed after it."""
    told = review.state.value
    if review.state is ReviewState.APPROVED and held.changed_at > review.changed_at:
        told = "changed"
    words = sentence(f"review.years.{told}", day=day_of(review.changed_at))
    return Entry(sentence("review.years.label"), words)


def way_to_review(held: Held, tax_year: int, review: HowFar, *, which: str) -> None:
    """The link says so when the preparer waits for an answer."""
    words = sentence("review.years.answer" if review.state is ReviewState.WAITING else "review.years.see", which=which)
    link(words, f"/tax/{tax_year}/review?estimate={held.return_id}")
