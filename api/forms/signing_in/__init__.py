"""The forms by which somebody comes in and goes: every way in, its second step, and the way out."""

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
from api.joining import joined

router = joined(
    links.router,
    organisations.router,
    passkeys.router,
    prove.router,
    recovery.router,
    second_step.router,
    sign_in.router,
    sign_out.router,
    sign_up.router,
)
