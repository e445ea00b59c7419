"""Finding customers: all for who assigns and oversees, and for everybody else those whom they may see."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import Depends
from nicegui import ui
from nicegui.element import Element

from components.layout import section
from components.link import link
from components.notice import notice
from components.prose import paragraph
from db.values.people import Role
from services import policy
from services.house import House
from services.staff.export.saving import What
from services.staff.finding import searching
from services.staff.finding.searching import FoundPage, Place
from services.staff.finding.wanted import NO_WORDS, Wanted, Words
from services.words import sentence
from ui.actions import action
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.staff.access.leaving import MY_CUSTOMERS, leave_with_the_customers
from ui.staff.customers.filters import Filters, wanted_by, what_is_wrong
from ui.staff.customers.found import FoundCustomers
from ui.staff.customers.search_form import SearchForm
from ui.staff.overview.export_page import page_of

search = action("customers.search", policy.customers.LIST)(searching.search)
Reader = Annotated[Visit, for_staff(policy.customers.LIST)]


@ui.page(MY_CUSTOMERS, reconnect_timeout=STAYS_SECONDS)
async def customers_page(
    house: HouseDep, visit: Reader, filters: Annotated[Filters, Depends()], *, over: bool = False
) -> None:
    """The form, and what the filters of the address find. Words to search for never stand there."""
    wanted, problem = wanted_by(filters.chosen())
    async with house.transaction(visit.person) as session:
        first = await searching.search(session, visit.person, wanted)
    finds_all = not visit.person.roles.isdisjoint({Role.COORDINATOR, Role.ADMINISTRATOR})
    with page_frame("Customers" if finds_all else "My customers", visit):
        leave_with_the_customers(visit, first.reach, of_all=True)
        _what_to_know(visit, finds_all=finds_all, over=over, problem=problem)
        screen = _Screen(house, visit, wanted)
        screen.draw_form(typed=filters.chosen())
        with section("Found"):
            screen.draw_found(first)
        if policy.customers.USE_EMERGENCY_ACCESS.allows(visit.person):
            with paragraph("Must you see another customer at once? "):
                link("Use emergency access", "/staff/emergency")


class _Screen:
    """What was asked for last, what that found, and the way to save it: each search brings all of it up to date."""

    _as_file: Element | None = None
    _found: FoundCustomers  # it is there once it is drawn

    def __init__(self, house: House, visit: Visit, wanted: Wanted) -> None:
        self._house, self._visit = house, visit
        self._asked = (wanted, NO_WORDS)

    def draw_form(self, *, typed: Mapping[str, str]) -> None:
        """The fields that this person may search by."""
        SearchForm(
            self._asked[0],
            self._begin,
            none=self._show_nothing,
            by_name=policy.customers.SEARCH_BY_NAME.allows(self._visit.person),
            by_address=policy.customers.SEARCH_BY_ADDRESS.allows(self._visit.person),
            typed=typed,
        )

    def draw_found(self, first: FoundPage) -> None:
        """What the address of the page finds, and the way to save it for who may."""
        wanted, _ = self._asked
        self._found = FoundCustomers(
            self._turn,
            empty=_why_empty(first, wanted),
            with_roles=bool(first.reach),
            may_assign=policy.customers.ASSIGN.allows(self._visit.person),
        )
        self._found.show(first, say=False)
        if policy.customers.EXPORT.allows(self._visit.person):
            to = page_of(What.CUSTOMERS, wanted.told())
            self._as_file = link("Save what these filters find as a file", to, kind="quiet")

    async def _begin(self, wanted: Wanted, words: Words) -> str | None:
        def then(page: FoundPage) -> None:
            self._asked = (wanted, words)
            self._found.show(page)
            ui.navigate.history.replace(f"{MY_CUSTOMERS}{wanted.as_query()}")
            if self._as_file:
                self._as_file.set_visibility(True)
                self._as_file.props["href"] = page_of(What.CUSTOMERS, wanted.told())

        message = await search.by(self._house, self._visit, then=then)(wanted, words)
        if message:
            self._show_nothing()
        return message

    def _show_nothing(self) -> None:
        """What was found before is no answer to what stands in the form now."""
        self._found.show_nothing()
        if self._as_file:
            self._as_file.set_visibility(False)

    async def _turn(self, place: Place | None) -> str | None:
        def then(page: FoundPage) -> None:
            self._found.turned(page, place)

        return await search.by(self._house, self._visit, then=then, after=place)(*self._asked)


def _what_to_know(visit: Visit, *, finds_all: bool, over: bool, problem: str) -> None:
    if over:
        with notice():
            paragraph(sentence("staff.customer_over"))
    what_is_wrong(problem)
    if not finds_all:
        paragraph("You see the customers to whom you are assigned. Each look at a customer is written down.")
    elif policy.customers.SEARCH_BY_NAME.allows(visit.person):
        paragraph("You find every customer here, and how far a return is. You do not see what is in it.")
    else:
        paragraph("You find every customer here without their name. You do not see what is in a return.")
    paragraph("Each search is written down, without the name or address that you typed.")


def _why_empty(first: FoundPage, wanted: Wanted) -> str:
    if first.count or wanted.told():
        return "Nobody is like that. Use fewer filters, or check how the name is written."
    return "You are not assigned to a customer now. A coordinator assigns you."
