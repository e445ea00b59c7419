"""The few native forms. Only these set a cookie; everything else that a visitor does is an action (ui/actions.py)."""

from fastapi import APIRouter

from api.forms import (
    display,
    email_address,
    estimate,
    feedback,
    links,
    organisations,
    passkeys,
    password,
    prove,
    second_step,
    sign_in,
    sign_out,
    sign_up,
)

_SIGNING_IN = (sign_in, second_step, passkeys, organisations, sign_out, sign_up)
router = APIRouter(include_in_schema=False)
for form in (display, email_address, estimate, feedback, links, password, prove, *_SIGNING_IN):
    router.include_router(form.router)
