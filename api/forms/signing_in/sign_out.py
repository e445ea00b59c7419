"""Signing out, here or everywhere."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from api.forms.form_route import FormRoute
from api.forms.replies import onward
from services import policy
from services.accounts.signing_in import sign_out as checked_out
from services.visitor import Guest
from ui import cookies
from ui.guards import AnyVisit, HouseDep

router = APIRouter(route_class=FormRoute)


@router.post("/api/forms/sign-out")
async def sign_out(house: HouseDep, visit: AnyVisit, everywhere: Annotated[bool, Form()] = False) -> Response:
    """End the session, or all of them. Somebody who is signed out already simply reads that they are.

    A guest has no account in which something is kept: they read that what they began is gone.
    """
    path = "/signed-out"
    if policy.accounts.SIGN_OUT.allows(visit.visitor):
        await checked_out(house, visit.visitor, everywhere=everywhere)
        path = "/tax/removed" if isinstance(visit.visitor, Guest) else path
    reply = onward(path)
    cookies.drop(reply, house.settings, cookies.SESSION)
    cookies.drop(reply, house.settings, cookies.DRAFTS)  # what was typed can't be opened again
    return reply
