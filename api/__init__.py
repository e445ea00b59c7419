"""Every endpoint that is not a page."""

from fastapi import APIRouter

from api import forms
from api.internal import health

router = APIRouter()
router.include_router(health.router)
router.include_router(forms.router)
