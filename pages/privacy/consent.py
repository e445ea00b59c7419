"""One consent, alone on its page: read it, sign it or leave it. Nothing is filled in (Rev. Proc. 2013-14, 5.03)."""

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from services import policy
from services.attempts import Attempt
from services.consents.asked import asked_for
from ui.consents.signing import consent_to_sign
from ui.guards import ProvedLately, attempt_at
from ui.page_frame import page_frame


@ui.page("/account/consents/{purpose}")
async def consent_page(
    visit: ProvedLately,
    attempt: Annotated[Attempt, Depends(attempt_at("consent"))],
    purpose: str,
    recipient: str = "",
) -> None:
    """Show what would be allowed and what the law says, with a form to sign. NotFound for what nobody asks for."""
    policy.privacy.GIVE_CONSENT.require(visit.visitor)
    asked = asked_for(purpose, recipient)
    with page_frame(asked.words.title, visit):
        consent_to_sign(asked, attempt)
