"""The page to which an invitation into a joint return leads. It has buttons, for mail programs follow links, too."""

from nicegui import ui

from components.link import link
from components.prose import bullet_list, paragraph
from services import policy
from services.returns.joint import answering
from services.returns.joint.answering import Invitation
from services.words import sentence
from ui.guards import AnyVisit, HouseDep
from ui.links.offers import Answer, Asked, nothing_to_answer, offered, yes_or_no
from ui.page_frame import page_frame

_MEANS = ("both", "about_you", "helpers", "leave", "own", "careful")


@ui.page("/joint/invitation")
async def joint_invitation_page(house: HouseDep, visit: AnyVisit, token: str = "", answer: Answer = "") -> None:
    """Say who asks for what, and let the invited person say yes or no."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    found = None if answer else await offered(answering.look(house, visit.visitor, token=token))
    with page_frame(sentence("joint.invitation.title"), visit):
        if found is None:
            nothing_to_answer(answer, declined=sentence("joint.invitation.declined"), over=sentence("joint.link_over"))
            link(sentence("page.home"), "/", kind="quiet")
            return
        paragraph(sentence("joint.invitation.from", name=found.name))
        bullet_list([sentence(f"joint.invitation.{each}") for each in _MEANS])
        yes_or_no(visit, token, _asked(found), is_theirs=found.is_theirs)


def _asked(found: Invitation) -> Asked:
    return Asked(
        page="/joint/invitation",
        forms="/api/forms/joint",
        accept=sentence("joint.invitation.accept"),
        decline=sentence("joint.invitation.decline"),
        another_address=sentence("joint.other_address"),
        how=sentence("joint.invitation.sign_in", address=found.address),
    )
