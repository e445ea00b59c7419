"""The page to which an invitation into a joint return leads. It has buttons, for mail programs follow links, too."""

from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.link import link
from components.notice import notice
from components.prose import bullet_list, paragraph
from services import policy
from services.returns.joint import answering
from services.returns.joint.answering import Invitation
from services.words import sentence
from ui.guards import AnyVisit, HouseDep, Visit
from ui.links.offers import offered, to_the_right_account, yes_or_no
from ui.page_frame import page_frame

_MEANS = ("both", "helpers", "leave", "own", "careful")


@ui.page("/joint/invitation")
async def joint_invitation_page(
    house: HouseDep,
    visit: AnyVisit,
    token: str = "",
    answer: Annotated[Literal["", "declined", "over"], Query()] = "",
) -> None:
    """Say who asks for what, and let the invited person say yes or no."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    found = None if answer else await offered(answering.look(house, visit.visitor, token=token))
    with page_frame(sentence("joint.invitation.title"), visit):
        if found is None:
            with notice("good" if answer == "declined" else "warn"):
                paragraph(sentence("joint.invitation.declined" if answer == "declined" else "joint.link_over"))
            link(sentence("page.home"), "/", kind="quiet")
        else:
            _asked(found, visit, token)


def _asked(found: Invitation, visit: Visit, token: str) -> None:
    paragraph(sentence("joint.invitation.from", name=found.name))
    bullet_list([sentence(f"joint.invitation.{each}") for each in _MEANS])
    if not found.is_theirs:
        to_the_right_account(
            visit,
            f"/joint/invitation?token={token}",
            another_address=sentence("joint.other_address"),
            how=sentence("joint.invitation.sign_in", address=found.address),
        )
    accept = sentence("joint.invitation.accept") if found.is_theirs else ""
    yes_or_no("/api/forms/joint", token, accept=accept, decline=sentence("joint.invitation.decline"))
