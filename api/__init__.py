"""Every endpoint that is not a page."""

from fastapi import APIRouter

from api import contract, elsewhere, feedback_video, forms, passkeys, security_txt
from api.internal import health, metrics
from api.tax import refund_estimate

ENDPOINTS = (health.router, metrics.router, refund_estimate.router, contract.router)
"""What programs may call. api/specs/openapi.json describes each."""

router = APIRouter()
OTHERS = (forms.router, feedback_video.router, passkeys.router, security_txt.router)
for part in (*ENDPOINTS, *OTHERS, elsewhere.no_forms, elsewhere.nothing_beside(ENDPOINTS)):
    router.include_router(part)
