"""The forms by which somebody comes in and goes: every way in, its second step, and the way out."""

from fastapi import APIRouter

from api.forms.signing_in import (
    links,
    organisations,
    passkeys,
    prove,
    recovery,
    second_step,
    sign_in,
    sign_out,
    sign_up,
)

router = APIRouter()
for form in (links, organisations, passkeys, prove, recovery, second_step, sign_in, sign_out, sign_up):
    router.include_router(form.router)
