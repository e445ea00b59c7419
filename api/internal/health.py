"""How machines ask after the house. Health and liveness are open; what exactly is wrong is for our own eyes."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from api.internal.insiders import is_insider
from api.problems import ProblemRoute
from services.health import Check, Status, readiness
from services.house import House
from ui.guards import HouseDep

router = APIRouter(prefix="/api/internal/health", route_class=ProblemRoute)
_ASKING = ["GET", "HEAD"]  # uptime monitors like to ask without wanting the answer


@router.api_route("", methods=_ASKING)
@router.api_route("/live", methods=_ASKING)
async def alive(house: HouseDep) -> JSONResponse:
    """The process answers. Says nothing about the parts that it leans on."""
    return _answer(house, Status.UP)


@router.api_route("/ready", methods=_ASKING)
async def ready(request: Request, house: HouseDep) -> JSONResponse:
    """Whether visitors may be sent here: 200 or 503. Each part is listed for allowed networks and the token only."""
    checks = await readiness(house)
    status = Status.UP if all(check.status is Status.UP for check in checks) else Status.DOWN
    if is_insider(request, house.settings):
        return _answer(house, status, checks=[_described(check) for check in checks])
    return _answer(house, status)


def _described(check: Check) -> dict[str, Any]:
    return {"name": check.name, "status": check.status, "latency_ms": check.latency_ms}


def _answer(house: House, status: Status, **more: Any) -> JSONResponse:
    body = {"status": status, "timestamp": house.clock.now().isoformat().replace("+00:00", "Z"), **more}
    return JSONResponse(body, 200 if status is Status.UP else 503, {"Cache-Control": "no-store"})
