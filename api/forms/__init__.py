"""The few native forms. Only these set a cookie; everything else that a visitor does is an action (ui/actions.py)."""

from fastapi import APIRouter

from api.forms import account, display, estimate, feedback, signing_in

router = APIRouter(include_in_schema=False)
for form in (account, display, estimate, feedback, signing_in):
    router.include_router(form.router)
