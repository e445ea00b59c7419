"""The few native forms. Only these set a cookie; everything else that a visitor does is an action (ui/actions.py)."""

from fastapi import APIRouter

from api.forms import (
    display,
    estimate,
    feedback,
    links,
    organisations,
    passkeys,
    password,
    prove,
    sign_in,
    sign_out,
    sign_up,
)

router = APIRouter(include_in_schema=False)
for form in (display, estimate, feedback, links, organisations, passkeys, password, prove, sign_in, sign_out, sign_up):
    router.include_router(form.router)
