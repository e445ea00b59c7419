"""The forms that add documents: whole files, or files that came in parts before."""

from fastapi import APIRouter

from api.forms.documents import in_parts, sending

router = APIRouter()
for form in (sending, in_parts):
    router.include_router(form.router)
