"""A partner registers a client. The client is told by letter, and takes it over with an account of their own."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from api.json_body import json_of
from api.key_holder import KeyHolder
from api.problems import ProblemRoute
from services import policy, words
from services.intake.from_partners.registering import register
from services.intake.from_partners.registration import read_registration
from ui.guards import HouseDep

router = APIRouter(route_class=ProblemRoute)


@router.post("/api/intake/tax-client", status_code=201)
async def tax_client(request: Request, house: HouseDep, partner: KeyHolder) -> JSONResponse:
    """The id of the client, and what comes next. The answer is the same whether the address has an account or not."""
    policy.partners.REGISTER_CLIENTS.require(partner)
    registration = read_registration(await json_of(request))
    async with house.transaction(partner) as session:
        made = await register(session, partner, registration)
    told = {"client_id": str(made.client_id), "status": "Registered", "next_step": words.sentence(made.next_step)}
    return JSONResponse(told, 201, {"Cache-Control": "no-store"})
