"""The customers that were found: how many, a table of some of them, and buttons to the next and back."""

from collections.abc import Awaitable, Callable

from components.button import button
from components.layout import column, row
from components.link import link
from components.live_region import announce
from components.prose import paragraph
from components.table import Cell, Column, Row, table
from services.intake.who.states import name_of
from services.staff.finding.searching import ON_A_PAGE, Found, FoundPage, Place
from services.staff.finding.wanted import Progress
from services.words import day_of, moment, sentence
from ui.staff.access.assignments import way_to_assign
from ui.staff.access.leaving import MY_CUSTOMERS
from ui.years.filed import filed_in_words

Turn = Callable[[Place | None], Awaitable[str | None]]
"""Shows the page that begins after this customer, or the first."""


class FoundCustomers:
    """What was found last, in place of what was found before. `may_assign` adds the way to that to each row."""

    def __init__(self, turn: Turn, *, empty: str, with_roles: bool, may_assign: bool) -> None:
        self._turn, self._empty, self._with_roles, self._may_assign = turn, empty, with_roles, may_assign
        self._before: list[Place | None] = []
        self._here: Place | None = None
        self._box = column()

    def show(self, page: FoundPage, *, say: bool = True) -> None:
        """Draw a first page, and say how many there are."""
        self._before, self._here = [], None
        self._draw(page, say=say)

    def show_nothing(self) -> None:
        """Nothing could be searched for: what was found before goes."""
        self._box.clear()
        with self._box:
            paragraph(sentence("finding.not_searched"))

    def turned(self, page: FoundPage, place: Place | None) -> None:
        """Draw another page of the same."""
        if self._before and self._before[-1] == place:
            self._before.pop()
        else:
            self._before.append(self._here)
        self._here = place
        self._draw(page, say=True)

    def _draw(self, page: FoundPage, *, say: bool) -> None:
        said = self._in_words(page)
        self._box.clear()
        with self._box:
            paragraph(said)
            columns = [Column(name) for name in self._heads(page.year)]
            table(
                "Customers", columns, [self._row(each) for each in page.listed], empty=self._empty, hidden_caption=True
            )
            with row():
                if self._before:
                    button("Page before", kind="quiet", icon="arrow-left", on_press=self._to(self._before[-1]))
                if page.next:
                    button("Next page", kind="quiet", icon="arrow-right", on_press=self._to(page.next))
        if say:
            announce(said)

    def _in_words(self, page: FoundPage) -> str:
        first = len(self._before) * ON_A_PAGE + 1
        if page.count == 0:
            return sentence("finding.none")
        if page.count == 1:
            return sentence("finding.one")
        last = first + len(page.listed) - 1
        return sentence("finding.some", count=f"{page.count:,}", first=f"{first:,}", last=f"{last:,}")

    def _to(self, place: Place | None) -> Callable[[], Awaitable[str | None]]:
        async def pressed() -> str | None:
            return await self._turn(place)

        return pressed

    def _heads(self, year: int) -> list[str]:
        heads = ["Customer", "Talks by", "State", f"Return of {year}", "Joined"]
        heads += ["You are there as"] if self._with_roles else []
        return [*heads, "Assign"] if self._may_assign else heads

    def _row(self, each: Found) -> Row:
        to = f"{MY_CUSTOMERS}/{each.id}"
        called = f"{each.told_name} ({each.known_by})" if each.told_name else each.known_by
        named = Cell(called, draw=lambda: link(called, to)) if each.is_reached else Cell(called)
        cells: list[str | Cell] = [named, sentence(f"talk.{each.talk}.by"), name_of(each.residence), _how_far(each)]
        cells.append(day_of(each.joined_at))
        cells += [_as_what(each)] if self._with_roles else []
        return [*cells, _assigning(each, called)] if self._may_assign else cells


def _how_far(each: Found) -> str:
    """In words of the customer's own page, where they said that they filed it."""
    if each.progress is Progress.FILED:
        return filed_in_words(each.filed)
    return sentence(f"finding.progress.{each.progress}") if each.progress else ""


def _assigning(each: Found, called: str) -> Cell:
    words = f"Assign somebody to {called}"
    return Cell(words, draw=lambda: link(words, way_to_assign(each)))


def _as_what(each: Found) -> str:
    roles = ", ".join(sentence(f"role.name.{role}") for role in each.roles)
    urgent = f"emergency access until {moment(each.until)}" if each.until else ""
    return ", ".join(filter(None, (roles, urgent)))
