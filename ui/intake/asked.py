"""What a page of intake needs to know to ask: what was answered before, and what came back to be mended."""

from dataclasses import dataclass

from services.attempts import Attempt
from services.house import House
from services.intake import interpreters, keeping
from services.intake.answers import Communication, Needs
from services.intake.interpreters import Taken
from services.preferences import Preferences
from ui.guards import Visit


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that somebody has answered."""

    preferences: Preferences
    communication: Communication
    needs: Needs
    steps: tuple[Taken, ...]

    @property
    def has_begun(self) -> bool:
        """Whether any page was saved."""
        return bool(self.steps) or self.communication != Communication() or self.needs != Needs()


async def known(house: House, visit: Visit) -> Known:
    """What this visitor has answered so far."""
    async with house.transaction(visit.visitor) as session:
        communication = await keeping.own(session, visit.visitor, Communication)
        needs = await keeping.own(session, visit.visitor, Needs)
        steps = await interpreters.own_steps(session, visit.visitor)
    return Known(visit.preferences, communication, needs, steps)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: what is known, and what was typed last time if it came back."""

    known: Known
    attempt: Attempt

    def value(self, field: str, answered: str | None) -> str:
        """What stands in a field: what was typed before what was saved."""
        return self.attempt.typed.get(field, answered or "")

    def ticked(self, field: str, answered: bool) -> bool:
        """Whether a box is ticked."""
        return bool(self.attempt.typed[field]) if field in self.attempt.typed else answered
