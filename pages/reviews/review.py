"""The review of one return, for the preparer who holds it: whose it is, its lines, what is missing, the approval."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.layout import section
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.house import House
from services.returns.filed.standing import days_filed
from services.reviews import changed, reading
from services.reviews.changed import Now
from services.reviews.reading import Seen
from services.staff import customers, names
from services.staff.customers import Customer
from services.words import sentence
from ui.estimate.answer.for_staff import ResultForStaff
from ui.genuine.code import ShownCode
from ui.guards import HouseDep, Visit, for_staff
from ui.interview.review import AnswersInWords, StillOpen
from ui.joint.who import who_is_you
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.reviews import acts
from ui.reviews.ending import Ending
from ui.reviews.room import Room
from ui.reviews.since_looked import SinceLooked
from ui.reviews.writing import write_form
from ui.staff.access.leaving import leave_with_the_customers
from ui.staff.customers.called import in_heading
from ui.staff.customers.filed import tell_filed
from ui.staff.customers.reaching import how_to_reach

REVIEWS = "/staff/reviews"
OVER = f"{REVIEWS}?over=true"


@ui.page("/staff/reviews/{review_id}", reconnect_timeout=STAYS_SECONDS)
async def review_page(
    review_id: UUID, house: HouseDep, visit: Annotated[Visit, for_staff(policy.reviews.PREPARE)]
) -> None:
    """Opening this page is a look at the customer, at the return and at the review: each is written down."""
    found = await _found(house, visit, review_id)
    here = sentence("review.staff.title", number=names.reference_of(review_id))
    with page_frame(
        f"{here}. {in_heading(found.customer)}",
        visit,
        above=sentence("review.staff.above", customer=found.customer.name, year=found.seen.tax_year),
        way=[Crumb(sentence("review.queue.title"), REVIEWS)],
        here=here,
    ):
        _draw(house, visit, found)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows. `filed` are the days on which the customer said that they filed the return."""

    seen: Seen
    customer: Customer
    now: Now
    filed: Sequence[date]


async def _found(house: House, visit: Visit, review_id: UUID) -> _Found:
    async with house.transaction(visit.person) as session:
        seen = await reading.review_at(session, visit.person, review_id=review_id)
        customer = await customers.customer_at(session, visit.person, customer_id=seen.customer_id)
        now = await changed.for_preparer(session, visit.person, seen=seen)
        return _Found(seen, customer, now, await days_filed(session, seen.return_id))


def _draw(house: House, visit: Visit, found: _Found) -> None:
    """The page from top to bottom."""
    way_out = _WayOut()
    leave_with_the_customers(visit, customers.reach_of([found.customer]), to=lambda: way_out.to)
    room = Room(house, visit, found.seen, found.now, by_preparer=True, over=way_out.over)
    since_looked = SinceLooked(house, visit, room)
    _who(found.customer)
    who_is_you(found.now.estimate, with_way=False)
    tell_filed(found.filed)
    result = ResultForStaff()
    with section(sentence("interview.review_for_staff.open")):
        still_open = StillOpen(place_of=lambda _: "", for_staff=True)
    _ask(room)
    with section(sentence("genuine.code.title")):
        ShownCode(house, visit, found.customer)
    room.draw_steps_and_lines(place_of=lambda _: "", costs_path="")
    with section(sentence("interview.review_for_staff.title")) as all_answers:
        answers = AnswersInWords()
    since_looked.lead_to(all_answers)
    ending = Ending(house, visit, room, over=way_out.ended)
    room.show_estimates(since_looked.show_estimate, result.show, still_open.show, answers.show, ending.show_estimate)
    room.show_steps(since_looked.show_step, ending.show_step)


def _ask(room: Room) -> None:
    with section(sentence("review.staff.ask_title")):
        write_form(
            sentence("review.staff.ask"),
            sentence("review.staff.ask_button"),
            room.writing(acts.ask_for),
            hint=sentence("review.staff.ask_hint_joint" if room.seen.is_joint else "review.staff.ask_hint"),
            draft_key=f"review.{room.seen.id}.question",
        )


class _WayOut:
    """To the queue, which says why the preparer is there: they ended the review, or it ended without them.

    Whatever tells the page first that it is over, it leads to the same place.
    """

    def __init__(self) -> None:
        self.to = OVER

    def over(self) -> None:
        """The review is not theirs any more."""
        ui.navigate.to(self.to)

    def ended(self, how: str) -> None:
        """They ended it themselves: "approved", "closed" or "handed_back"."""
        self.to = f"{REVIEWS}?over={how}"
        self.over()


def _who(customer: Customer) -> None:
    with notice(title=f"Talks by {sentence(f'talk.{customer.talk}.by')}"):
        paragraph(sentence(f"talk_means.{customer.talk}"))
    with section(sentence("intake.for_staff.title")):
        how_to_reach(customer)
