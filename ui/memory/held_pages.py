"""How many pages are held at all, and for one visitor, so that nobody can fill the memory by opening more.

A browser that stays connected keeps its page in memory: an estimate is about three megabytes (docs/benchmarks.md).
Beyond a bound, the page that is needed least is given up: one that has lost its connection, else the one that was used
longest ago. When all are held, guests make room first, because anybody can be one; then whoever holds more than a fair
share, so that a few accounts can't keep all others out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from nicegui import Client, app, background_tasks

from services.house import House
from services.visitor import Person
from ui.addresses import address_of, place_of
from ui.memory.given_up import Why, give_up
from ui.visits import Visit

_OF_ONE_VISITOR = 30
_OF_ONE_PLACE = 100
"""Of all without a session at one address, such as a school."""
_FAIR_SHARE = 5
"""Of a person: beyond it, one of their pages makes room for who else comes, once all are held."""
_RESERVE = 10
"""One in so many more, for whoever is signed in or is about to be."""


_WAY_IN = "/sign-in"


class NoRoom(Exception):
    """This process can hold no further page for this visitor."""

    def __init__(self, *, can_sign_in: bool) -> None:
        super().__init__()
        self.can_sign_in = can_sign_in


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    client: Client
    whose: str
    is_signed_in: bool

    @property
    def is_lost(self) -> bool:
        """Whether a browser was connected, and is no more. It may come back, and would load the page anew."""
        # pylint: disable=protected-access  # NiceGUI has no public way; the test of this module notices a change
        return bool(self.client._num_connections) and not self.client.has_socket_connection


class HeldPages:
    """The pages of this process, each by its client's id: what was used last stands last."""

    def __init__(self) -> None:
        self.most = 300
        self._all: dict[str, _Held] = {}
        self._of: defaultdict[str, dict[str, _Held]] = defaultdict(dict)

    def begin(self, most: int) -> None:
        """Hold no page yet, and at most so many from now on. NiceGUI tells of each that it deletes."""
        self.most = most
        self._all.clear()
        self._of.clear()
        app.on_delete(self.left)

    def hold(self, client: Client, visit: Visit) -> None:
        """Make room for a page that begins to be drawn, and count it. NoRoom, and no page, if there is none."""
        whose, most_of_one = _whose(client, visit)
        page = _Held(client, whose, isinstance(visit.visitor, Person))
        if len(theirs := self._of.get(whose, {})) >= most_of_one:
            self._give_up(_needed_least(theirs.values()), Why.OF_ONE)
        if not self._has_room(whose, or_reserve=page.is_signed_in or visit.path.startswith(_WAY_IN)):
            client.delete()
            raise NoRoom(can_sign_in=not page.is_signed_in)
        self._all[client.id] = self._of[whose][client.id] = page

    def used(self, client_id: str) -> None:
        """Somebody does something on this page."""
        if page := self._all.pop(client_id, None):
            self._all[client_id] = page
            self._of[page.whose][client_id] = self._of[page.whose].pop(client_id)

    def left(self, client: Client) -> None:
        """This page is gone."""
        if page := self._all.pop(client.id, None):
            del self._of[page.whose][client.id]
            if not self._of[page.whose]:
                del self._of[page.whose]

    def _has_room(self, whose: str, *, or_reserve: bool) -> bool:
        """Whether there is some for one more page of theirs, after what can be given up was given up."""
        while len(self._all) >= self.most:
            least = self._needed_least_of_all(whose)
            if least is None:
                return or_reserve and len(self._all) < self.most + self.most // _RESERVE
            self._give_up(least, Why.OF_ALL)
        return True

    def _needed_least_of_all(self, whose: str) -> _Held | None:
        guests = [held for held in self._all.values() if not held.is_signed_in]
        if least := _needed_least(guests) or next((held for held in self._all.values() if held.is_lost), None):
            return least
        has_enough = len(self._of.get(whose, {})) > _FAIR_SHARE
        makes_room = self._of[whose] if has_enough else max(self._of.values(), key=len)
        return _needed_least(makes_room.values()) if len(makes_room) > _FAIR_SHARE else None

    def _give_up(self, page: _Held | None, why: Why) -> None:
        if page:
            self.left(page.client)
            background_tasks.create(give_up(page.client, why))


HELD = HeldPages()
"""Those of this process, because NiceGUI has one list of pages in a process."""


def _needed_least(pages: Iterable[_Held]) -> _Held | None:
    in_order = list(pages)
    return next((page for page in in_order if page.is_lost), None) or next(iter(in_order), None)


def _whose(client: Client, visit: Visit) -> tuple[str, int]:
    """Who a page is counted for, and how many they may have: a person on all of their devices, else a session."""
    if isinstance(visit.visitor, Person):
        return f"person {visit.visitor.person_id}", _OF_ONE_VISITOR
    if visit.visitor.session_id:
        return f"session {visit.visitor.session_id}", _OF_ONE_VISITOR
    house: House = client.request.state.house
    place = place_of(address_of(client.request.scope, house.settings.trusted_proxies))
    return f"place {place}", _OF_ONE_PLACE
