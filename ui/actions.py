"""The one way to handle an event. Every button and field on a page acts through an `action`.

The socket outlives the request, so nothing that was true at page load is believed: the action looks the session up
again by its row, asks the policy again, goes on in the same transaction as that visitor, and turns expected failures
into a sentence that stands beside what was typed.
"""

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, ParamSpec, TypeVar

from nicegui import ui

from components.error_line import Leading
from components.field import OnOurSide
from db.occasion import Kind
from services import words
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.accounts.sessions import Standing
from services.errors import HouseError, Invalid, NotAllowed
from services.house import DbSession, House
from services.journal.entries import DONE, Entry, outcome_of, recorded
from services.policy.rule import Policy, standing_of
from services.staff.roles import using
from services.visitor import Guest, Person, Visitor
from ui.guards import Visit, way_to_prove
from ui.mistakes import mistaken

_log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")

_PROOF_NEEDED = "proof.needed"
REGISTERED: dict[str, "Action[Any, Any]"] = {}


class Action(Generic[P, T]):
    """A named act with its policy. `by(house, visit, …)` makes the event handler that performs it."""

    def __init__(
        self, name: str, policy: Policy, perform: Callable[P, Awaitable[T]], *, is_use: bool = True, proof: bool = False
    ) -> None:
        self.name = name
        self.is_use = is_use
        self.proof = proof
        self.policy = policy
        self.perform = perform

    def by(
        self,
        house: House,
        visit: Visit,
        *,
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[HouseError], None] | None = None,
        **given: Any,
    ) -> Callable[..., Awaitable[str | None]]:
        """An event handler that acts for this visit. It returns what went wrong as a sentence, or None.

        `given` goes to the service as keywords, together with what the event brings; `then` draws the outcome and is
        called after the commit; `otherwise` draws more about an expected failure than the sentence says.
        """

        async def handle(*brought: Any) -> str | None:
            # Not in what was pressed: drawing the outcome may remove it.
            with ui.context.client.content, self._recorded(visit) as entry:
                try:
                    outcome = await self._performed(house, visit, brought, given)
                    if then is not None:
                        _draw(then, outcome)
                except Exception as problem:  # pylint: disable=broad-exception-caught  # no bug costs what was typed
                    expected = self._expected(problem, entry)
                    if expected and otherwise is not None:
                        otherwise(expected)
                    return _told(expected, visit)
            return None

        return handle

    @contextmanager
    def _recorded(self, visit: Visit) -> Iterator[Entry]:
        with recorded(Kind.EVENT) as entry:
            entry.name = self.name
            entry.facts = {"action": self.name, "visitor": standing_of(visit.visitor).value, "outcome": DONE}
            yield entry

    def _expected(self, problem: Exception, entry: Entry) -> HouseError | None:
        """The failure that has a sentence of its own. Anything else is a bug, and is logged as one."""
        entry.facts["outcome"] = outcome_of(problem)
        if isinstance(problem, HouseError):
            return problem
        _log.error("action %s failed", self.name, exc_info=problem)
        return None

    async def _performed(self, house: House, visit: Visit, brought: tuple[Any, ...], given: dict[str, Any]) -> T:
        note_use = False
        try:
            async with house.transaction(DOOR) as session:
                visitor, use_is_due = await _still_here(session, visit.visitor)
                note_use = self.is_use and use_is_due
                self._require(house, visitor)
                if self.is_use and isinstance(visitor, Person):
                    await using.note(session, visitor, self.policy)
                await session.go_on_as(visitor)
                return await self.perform(session, visitor, *brought, **given)  # type: ignore[arg-type]  # convention
        finally:
            if note_use:
                await _noted(house, visit.visitor)

    def _require(self, house: House, visitor: Visitor) -> None:
        """NotAllowed for who may not do this now."""
        self.policy.require(visitor)
        if self.proof and not (isinstance(visitor, Person) and sessions.is_proved_lately(house, visitor)):
            raise NotAllowed(_PROOF_NEEDED)


def action(
    name: str, policy: Policy, *, is_use: bool = True, proof: bool = False
) -> Callable[[Callable[P, Awaitable[T]]], Action[P, T]]:
    """Register a function `(session, visitor, *brought, **given)` as the only way to perform `name`.

    `is_use` is false for what a page does by itself: the session of a person who is away ends all the same. `proof` is
    for what needs that the person has just shown that the account is theirs: others read where they can do so.
    """

    def register(perform: Callable[P, Awaitable[T]]) -> Action[P, T]:
        REGISTERED[name] = Action(name, policy, perform, is_use=is_use, proof=proof)
        return REGISTERED[name]

    return register


def _draw(then: Callable[[T], None], outcome: T) -> None:
    """The act is done: what goes wrong from here on is a mistake of ours, whatever a service calls it."""
    try:
        then(outcome)
    except HouseError as problem:
        raise RuntimeError("an outcome could not be drawn") from problem


async def _still_here(session: DbSession, visitor: Person | Guest) -> Standing:
    if visitor.session_id is None:
        return Standing(visitor, use_is_due=False)
    now = await sessions.standing(session, visitor.session_id)
    if now is None or (isinstance(visitor, Person) and not _same_person(visitor, now.visitor)):
        raise NotAllowed("session.ended" if session.house.settings.browsers_keep_drafts else "session.over")
    return now


async def _noted(house: House, visitor: Person | Guest) -> None:
    """What was refused, and so not kept, is use of the session all the same: this is kept by itself.

    An act that is done stays done, also where this can't be noted.
    """
    if visitor.session_id is None:
        return
    try:
        async with house.transaction(DOOR) as session:
            await sessions.still_open(session, visitor.session_id)
    except Exception:  # pylint: disable=broad-exception-caught  # nobody shall be told that their act failed
        _log.exception("the use of a session was not noted")


def _same_person(then: Person, now: Visitor) -> bool:
    return isinstance(now, Person) and now.person_id == then.person_id


def _told(problem: HouseError | None, visit: Visit) -> str:
    """The sentence that the field or the button shows beside itself and announces."""
    if problem is None:
        return OnOurSide(words.sentence("unexpected"))
    said = words.sentence(problem.code)
    if problem.code == _PROOF_NEEDED:
        return Leading(said, way_to_prove(visit.address), words.sentence("proof.way"))
    if isinstance(problem, Invalid):
        return mistaken(problem)
    return said
