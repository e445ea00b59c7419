"""What scripts of our own pages ask before a device is asked for a passkey. Each answer is a new question to it."""

from fastapi import APIRouter, Response

from api.problems import ProblemRoute
from services import policy
from services.accounts import sessions
from services.accounts.passkeys import adding, proving, signing_in
from services.errors import NotAllowed
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=ProblemRoute)
_USED_ONCE = {"Cache-Control": "no-store"}


@router.post("/api/passkeys/sign-in")
async def question_to_sign_in(house: HouseDep, visit: AnyVisit) -> Response:
    """The question to a device whose person wants to sign in."""
    policy.accounts.SIGN_IN.require(visit.visitor)
    return _json(await signing_in.question(house, visit.visitor))


@router.post("/api/passkeys/add")
async def question_to_add(house: HouseDep, visit: AnyVisit) -> Response:
    """The question to a device that shall make a passkey for a person who has just shown that it is them."""
    policy.accounts.MANAGE_PASSKEYS.require(visit.visitor)
    if not sessions.is_proved_lately(house, visit.person):
        raise NotAllowed("proof.needed")
    return _json(await adding.question(house, visit.person))


@router.post("/api/passkeys/prove")
async def question_to_prove(house: HouseDep, visit: AnyVisit) -> Response:
    """The question to a device whose person shows again that it is them."""
    policy.accounts.PROVE.require(visit.visitor)
    return _json(await proving.question(house, visit.person))


def _json(question: str) -> Response:
    return Response(question, media_type="application/json", headers=_USED_ONCE)
