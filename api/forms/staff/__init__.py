"""The native forms of those who work here."""

from fastapi import APIRouter

from api.forms.staff import export

router = APIRouter()
router.include_router(export.router)
