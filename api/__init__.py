"""Every endpoint that is not a page."""

from fastapi import APIRouter

from api import contract, elsewhere, feedback_video, forms
from api.internal import health, metrics
from api.tax import refund_estimate

ENDPOINTS = (health.router, metrics.router, refund_estimate.router, contract.router)
"""What programs may call. api/specs/openapi.json describes each; the forms and the video are for our own pages."""

router = APIRouter()
for part in (*ENDPOINTS, forms.router, feedback_video.router, elsewhere.no_forms, elsewhere.nothing_beside(ENDPOINTS)):
    router.include_router(part)
