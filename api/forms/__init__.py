"""The few native forms. Only these set a cookie; everything else that a visitor does is an action (ui/actions.py)."""

from fastapi import APIRouter

from api.forms import account, display, documents, feedback, intake, privacy, signing_in, staff, tax, trusted

router = APIRouter(include_in_schema=False)
for form in (account, display, documents, feedback, intake, privacy, signing_in, staff, tax, trusted):
    router.include_router(form.router)
