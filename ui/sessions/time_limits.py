"""The time that is left of a person's session, as their open page shows it."""

from datetime import timedelta
from math import ceil

from sqlalchemy.exc import SQLAlchemyError

from components.time_limit import TimeLimit
from services import policy
from services.accounts import sessions
from services.accounts.sessions import TimeLeft
from services.house import DbSession, House
from services.visitor import Person
from services.words import sentence
from ui.actions import action
from ui.drafts import kept_in_words
from ui.guards import Visit, way_to_prove

_LOOK_AGAIN_SECONDS = 30.0
_A_MOMENT_SECONDS = 0.2  # so that the next look finds it over


@action("account.stay_signed_in", policy.accounts.STAY_SIGNED_IN)
async def stay_signed_in(session: DbSession, visitor: Person) -> TimeLeft | None:
    """The act is itself a use of the session."""
    return await sessions.time_left(session, visitor)


class TimeLimits:
    """Warns before the session ends by itself. Typing on the page puts that off, as any other use does."""

    def __init__(self, house: House, visit: Visit) -> None:
        self._house, self._visit = house, visit
        use = stay_signed_in.by(house, visit)
        self._notice = TimeLimit(on_use=use, every_seconds=ceil(sessions.noted_every(house).total_seconds()))
        self._is_warned = False

    async def shown(self) -> float | None:
        """Show what is true now: the seconds after which it may be another; None when the session has ended."""
        try:
            async with self._house.transaction(self._visit.person) as session:
                left = await sessions.time_left(session, self._visit.person)
                warned_before = sessions.warned_before(session)
        except SQLAlchemyError:  # the database is away; that is no reason to sign somebody out
            return _LOOK_AGAIN_SECONDS
        if left is None:
            return None
        before_warning = left.until_end - warned_before
        if before_warning > timedelta():
            self._is_warned = False
            self._notice.calm(sentence("session_end.stayed"))
            return before_warning.total_seconds() + _A_MOMENT_SECONDS
        if not self._is_warned:
            self._is_warned = True
            self._warn(left)
        return left.until_end.total_seconds() + _A_MOMENT_SECONDS

    def _warn(self, left: TimeLeft) -> None:
        kept = "" if self._visit.let_in_by else kept_in_words(self._house)
        kept = kept or sentence("session_end.lost")
        if left.by_use:
            stay = stay_signed_in.by(self._house, self._visit)
            self._notice.warn(
                sentence("session_end.warning", kept=kept), more=sentence("session_end.stay"), on_more=stay
            )
        else:
            way = way_to_prove(self._visit.address)
            self._notice.warn(sentence("session_end.proof_needed", kept=kept), more=sentence("proof.way"), to=way)
