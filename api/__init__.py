"""Every endpoint that is not a page."""

from fastapi import APIRouter

from api import contract, elsewhere, feedback_video, forms, passkeys
from api.internal import health, metrics
from api.tax import refund_estimate

ENDPOINTS = (health.router, metrics.router, refund_estimate.router, contract.router)
"""What programs may call. api/specs/openapi.json describes each; the rest is for our own pages."""

router = APIRouter()
OF_OUR_PAGES = (forms.router, feedback_video.router, passkeys.router)
for part in (*ENDPOINTS, *OF_OUR_PAGES, elsewhere.no_forms, elsewhere.nothing_beside(ENDPOINTS)):
    router.include_router(part)
