"""The written contract of the API, served as it was written (OpenAPI 3.0.3)."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import Response

from api.problems import ProblemRoute

CONTRACT = Path(__file__).parent / "specs" / "openapi.json"
router = APIRouter(route_class=ProblemRoute)


@router.get("/api/openapi.json")
async def contract() -> Response:
    """The file, byte for byte."""
    return Response(_WRITTEN, media_type="application/json", headers={"Cache-Control": "public, max-age=300"})


_WRITTEN = CONTRACT.read_bytes()
