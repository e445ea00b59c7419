"""A customer's own review: asking for it, each step in plain words, answering in text, and taking it back."""

from collections.abc import Callable
from uuid import UUID

from nicegui import ui
from nicegui.element import Element

from components.button import button
from components.dialog import Dialog
from components.field import Field
from components.layout import column, row, section
from components.link import link
from components.native import focus_if_lost
from components.notice import notice
from components.prose import bullet_list, paragraph
from services import policy
from services.errors import NotFound
from services.house import House
from services.returns.estimate import Estimate
from services.returns.joint.rows import is_shared
from services.reviews import changed, reading
from services.reviews.changed import Now
from services.reviews.reading import Approval, Seen
from services.words import in_dollars, moment, sentence
from ui.estimate.opening import begun, page_of, several_of_the_year
from ui.genuine.check import Check
from ui.guards import HouseDep, SignedIn, Visit
from ui.interview.addresses import question_path
from ui.joint.who import who_is_you
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.reviews import acts
from ui.reviews.room import Room
from ui.reviews.writing import write_form


@ui.page("/tax/{tax_year}/review", reconnect_timeout=STAYS_SECONDS)
async def review_page(tax_year: int, house: HouseDep, visit: SignedIn, estimate: UUID | None = None) -> None:
    """Only for those whose return it is: a trusted person sees the return on its own pages."""
    policy.reviews.ASK.require(visit.visitor)
    theirs = await begun(house, visit, tax_year, estimate)
    if theirs.helping:
        raise NotFound
    async with house.transaction(visit.person) as session:
        seen = await reading.latest_of(session, visit.person, return_id=theirs.return_id)
        now = await changed.for_member(session, visit.person, seen=seen) if seen else None
        shared = await is_shared(session, theirs.return_id)
    with page_frame(sentence("review.page.title"), visit, above=sentence("result.page.above", year=tax_year)):
        who_is_you(theirs)
        several_of_the_year(theirs, "review")
        if seen and now:
            _OwnReview(house, visit, seen, now, shared=shared).draw()
        else:
            _ask(house, visit, theirs, "title", shared=shared)
        with paragraph():
            link(sentence("review.page.back"), page_of(theirs, "result"))


class _OwnReview:
    """What is on the page of a review, and what becomes of it when the review ends while the page is open."""

    _approval: Element  # these are there once they are drawn
    _above: Element
    _below: Element
    _who: Element

    def __init__(self, house: House, visit: Visit, seen: Seen, now: Now, *, shared: bool) -> None:
        self._house, self._visit, self._estimate, self._shared = house, visit, now.estimate, shared
        self._room = Room(house, visit, seen, now, by_preparer=False, over=_again(now.estimate))
        self._answer: Field[str] | None = None

    def draw(self) -> None:
        """The page from top to bottom."""
        self._approval, self._above = column(), column()
        with self._above:
            if self._room.seen.is_open:
                self._answer = _answer(self._room, shared=self._shared)
                self._who = _check(self._house, self._visit)
                self._who.set_visibility(bool(self._room.seen.preparer))
            else:
                self._ask_again()
        self._room.draw_steps_and_lines(
            place_of=lambda path: question_path(self._estimate, path), costs_path=page_of(self._estimate, "costs")
        )
        self._below = column()
        with self._below:
            if self._room.seen.is_open:
                _withdraw(self._house, self._visit, self._estimate, self._room.seen)
        self._room.show_estimates(self._show_approval)
        self._room.show_steps(self._show_step)

    def _show_step(self, seen: Seen) -> None:
        if seen.is_open or self._answer is None:
            self._who.set_visibility(bool(seen.preparer))
            return
        is_lost, self._answer = bool(self._answer.typed[0]), None
        self._below.clear()
        self._above.clear()
        with self._above:
            if is_lost:
                paragraph(sentence("review.not_sent"))
            self._ask_again()
        self._show_approval(self._room.estimate)
        focus_if_lost(self._approval)

    def _show_approval(self, estimate: Estimate) -> None:
        self._approval.clear()
        with self._approval:
            if self._room.seen.approval:
                _approved(estimate, self._room.seen.approval)

    def _ask_again(self) -> None:
        _ask(self._house, self._visit, self._estimate, "again_title", shared=self._shared)


def _answer(room: Room, *, shared: bool) -> Field[str]:
    with section(sentence("review.page.answer")):
        return write_form(
            sentence("review.page.your_text"),
            sentence("review.send"),
            room.writing(acts.answer),
            hint=sentence("review.page.our_text_hint" if shared else "review.page.your_text_hint"),
            draft_key=f"review.{room.seen.return_id}",
        )


def _check(house: House, visit: Visit) -> Element:
    with section(sentence("genuine.title")) as drawn:
        Check(house, visit)
    return drawn


def _ask(house: House, visit: Visit, estimate: Estimate, title: str, *, shared: bool) -> None:
    """What asking means, before somebody asks; of a return of two people also what it means for the other one."""
    with section(sentence(f"review.ask.{title}")):
        paragraph(sentence("review.ask.about"))
        sees = sentence("role.sees.preparer")
        told = ("sees", "text", "back", "irs", *(["both"] if shared else []))
        bullet_list([sentence(f"review.ask.{rule}", sees=sees) for rule in told])
        asked = acts.ask.by(house, visit, then=lambda _: _again(estimate)(), return_id=estimate.return_id)
        button(sentence("review.ask.button"), on_press=asked, busy=sentence("review.sending"))


def _withdraw(house: House, visit: Visit, estimate: Estimate, seen: Seen) -> None:
    with section(sentence("review.withdraw.section")):
        paragraph(sentence("review.withdraw.anytime"))
        with row():
            asks = button(sentence("review.withdraw.button"), kind="quiet")
    with Dialog(sentence("review.withdraw.title"), opened_by=asks) as dialog:
        paragraph(sentence("review.withdraw.about"))
        withdrawn = acts.withdraw.by(house, visit, then=lambda _: _again(estimate)(), review_id=seen.id)
        with row():
            dialog.way_out(sentence("review.withdraw.keep"))
            button(sentence("review.withdraw.sure"), kind="quiet", on_press=withdrawn)


def _approved(estimate: Estimate, approval: Approval) -> None:
    """What exactly was approved, and whether that is still what the return says."""
    outcome = in_dollars(abs(approval.outcome))
    kind = "refund" if approval.outcome > 0 else "owed" if approval.outcome else "even"
    paragraph(sentence(f"review.approved.{kind}", name=approval.by, when=moment(approval.at), amount=outcome))
    if approval.still_holds(estimate):
        paragraph(sentence("review.approved.holds"))
    else:
        with notice("warn", title=sentence("review.approved.changed")):
            paragraph(sentence("review.approved.what_now"))


def _again(estimate: Estimate) -> Callable[[], None]:
    return lambda: ui.navigate.to(page_of(estimate, "review"))
