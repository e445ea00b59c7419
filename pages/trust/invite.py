"""Inviting somebody from outside. First what to think of, then the form."""

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from components.breadcrumb import Crumb
from components.form import form
from components.layout import column, side, with_side
from components.link import link
from components.prose import bullet_list, heading
from services import policy
from services.attempts import Attempt
from services.words import sentence
from ui.guards import ProvedLately, attempt_at
from ui.page_frame import page_frame
from ui.trust.wish_fields import wish_fields

_LAW = "https://www.govinfo.gov/link/uscode/26/7216"
_CARE = ("less", "password", "everything", "joint", "documents", "kept", "interpreter", "family", "preparer")


@ui.page("/account/trusted/invite")
async def invite_page(visit: ProvedLately, attempt: Annotated[Attempt, Depends(attempt_at("trusted"))]) -> None:
    """Say what giving away means, and ask whom, what and how long."""
    policy.trust.GIVE.require(visit.visitor)
    title = sentence("trust.form.title")
    way = [Crumb("Your account", "/account"), Crumb(sentence("trust.title"), "/account/trusted")]
    with page_frame(title, visit, way=way), with_side():
        with side(sentence("trust.care.title"), on_card=True):
            heading(sentence("trust.care.title"), 2)
            bullet_list(sentence(f"trust.care.{each}") for each in _CARE)
            link(sentence("trust.care.law"), _LAW)
        with column(), form("/api/forms/trusted"):
            wish_fields(attempt)
