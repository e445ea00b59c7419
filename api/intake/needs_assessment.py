"""A partner sends what somebody needs, and reads what follows from it and why."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from api.json_body import json_of
from api.key_holder import KeyHolder
from api.problems import ProblemRoute
from services import policy
from services.intake.from_partners.registering import assess
from services.intake.from_partners.registration import read_assessment
from services.intake.recommending import Recommendation
from services.words import sentence
from ui.guards import HouseDep

router = APIRouter(route_class=ProblemRoute)


@router.post("/api/intake/needs-assessment")
async def needs_assessment(request: Request, house: HouseDep, partner: KeyHolder) -> JSONResponse:
    """Recommendations with their reasons and sources. With a client it is kept for them, without one it is not."""
    policy.partners.REGISTER_CLIENTS.require(partner)
    assessment = read_assessment(await json_of(request))
    async with house.transaction(partner) as session:
        found = await assess(session, partner, assessment)
    message = "intake.partner.kept" if assessment.client_id else "intake.partner.not_kept"
    told = {"status": "success", "message": sentence(message), "recommendations": [_told(each) for each in found]}
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


def _told(each: Recommendation) -> dict[str, object]:
    return {
        "code": each.id,
        "title": sentence(f"intake.advice.{each.id}.title"),
        "message": sentence(f"intake.advice.{each.id}.what"),
        "because": list(each.because),
        "source": each.source,
        "source_url": each.address,
    }
