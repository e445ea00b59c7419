"""The page to which an invitation leads. It has buttons, for mail programs follow links, too."""

from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.link import link
from components.notice import notice
from components.prose import bullet_list, paragraph
from services import policy
from services.trust import answering
from services.trust.answering import Invitation
from services.words import moment, sentence
from ui.guards import AnyVisit, HouseDep
from ui.links.offers import offered, to_the_right_account, yes_or_no
from ui.page_frame import page_frame


@ui.page("/trusted/invitation")
async def invitation_page(
    house: HouseDep,
    visit: AnyVisit,
    token: str = "",
    answer: Annotated[Literal["", "declined", "over"], Query()] = "",
) -> None:
    """Say who asks for what and until when, and let the invited person say yes or no."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    found = None if answer else await offered(answering.look(house, visit.visitor, token=token))
    with page_frame(sentence("trust.invitation.title" if found else "trust.invitation.over_title"), visit):
        if found is None:
            with notice("good" if answer == "declined" else "warn"):
                paragraph(sentence("trust.invitation.declined" if answer == "declined" else "trust.link_over"))
            link(sentence("page.home"), "/", kind="quiet")
            return
        _what_it_is(found)
        if not found.is_theirs:
            to_the_right_account(
                visit,
                f"/trusted/invitation?token={token}",
                another_address=sentence("trust.other_address"),
                how=sentence("trust.invitation.sign_in", address=found.address),
            )
        accept = sentence("trust.invitation.accept") if found.is_theirs else ""
        yes_or_no("/api/forms/trusted", token, accept=accept, decline=sentence("trust.invitation.decline"))


def _what_it_is(found: Invitation) -> None:
    paragraph(sentence("trust.invitation.from", name=found.name))
    paragraph(sentence("trust.invitation.you_may"))
    bullet_list(sentence(f"trust.invitation.right.{right}") for right in found.rights)
    paragraph(sentence("trust.invitation.until", name=found.name, until=moment(found.until)))
    paragraph(sentence("trust.invitation.written_down", name=found.name))
    paragraph(sentence("trust.invitation.confidential"))
