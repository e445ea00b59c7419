"""One person who lost every way in: what we know of the account, how to check, and what each of us found."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.layout import section
from components.link import link
from components.prose import bullet_list
from services import policy
from services.accounts.recovery import deciding, reading
from services.accounts.recovery.facts import Facts, facts_of
from services.accounts.recovery.reading import Request
from services.errors import Conflict
from services.house import House
from ui.actions import action
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.recovery.how_far import HowFar
from ui.recovery.known import Known
from ui.recovery.verdicts import Say, Verdicts

_ALL = "Help to get in"
decide = action("recovery.decide", policy.accounts.RECOVER, proof=True)(deciding.decide)


@ui.page("/staff/recovery/{request_id}", reconnect_timeout=STAYS_SECONDS)
async def recovery_request_page(
    request_id: UUID, house: HouseDep, visit: Annotated[Visit, for_staff(policy.accounts.RECOVER)]
) -> None:
    """Show all that is to be compared; opening this page is a look that is written down."""
    async with house.transaction(visit.person) as session:
        request = await reading.request_at(session, visit.person, request_id=request_id)
    known = await _known(house, visit, request_id)
    here, way = request.listed.reference, [Crumb("Feedback", "/staff/feedback"), Crumb(_ALL, "/staff/recovery")]
    with page_frame(f"{_ALL}, {here}", visit, way=way, here=here):
        state = HowFar(request.listed)
        link("Read the message", f"/staff/feedback/{request_id}", kind="quiet")
        with section("What we know of the account"):
            compared = Known(known.facts, is_open=known.is_open)
            if known.is_open:
                compared.follow(house, visit, request_id, decided=state.show)
        with section("How to check"):
            _how()
        with section("What we found"):
            _found(house, visit, request, state, may_agree=known.may_agree)


@dataclass(frozen=True, slots=True)
class _WhatIsKnown:
    """What there is to compare. Once the request is decided it is nothing, and it is not open."""

    facts: Facts | None = None
    is_open: bool = False

    @property
    def may_agree(self) -> bool:
        """Whether there is an account that can be given back."""
        return self.facts is not None and not self.facts.is_demo


async def _known(house: House, visit: Visit, request_id: UUID) -> _WhatIsKnown:
    try:
        return _WhatIsKnown(await facts_of(house, visit.person, request_id=request_id), is_open=True)
    except Conflict:  # it is decided, perhaps a moment ago
        return _WhatIsKnown()


def _found(house: House, visit: Visit, request: Request, state: HowFar, *, may_agree: bool) -> None:
    part = Verdicts(request, may_agree=may_agree)

    def said(*, agrees: bool) -> None:
        if not agrees or request.verdicts:
            state.show(None)  # it is no longer open
        part.said(agrees)

    def saying(*, agrees: bool) -> Say:
        return decide.by(house, visit, then=lambda _: said(agrees=agrees), request_id=request.listed.id, agrees=agrees)

    part.draw(saying)


def _how() -> None:
    bullet_list(
        [
            "Read the message, or watch the video. Look whether it fits how this person talks.",
            "Compare at least three facts from above. Ask open questions. Never say what we know.",
            "Write by “Answer to the person”. It goes to the address of the message only. Never call.",
            "Are you not sure? Then say so. The person can ask again.",
            "What somebody knows is no proof alone. So two of us look, and the owner can stop it for 24 hours.",
        ]
    )
