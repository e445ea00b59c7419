"""The page to which an invitation leads. It has buttons, for mail programs follow links, too."""

from nicegui import ui

from components.link import link
from components.prose import bullet_list, paragraph
from services import policy
from services.trust import answering
from services.trust.answering import Invitation
from services.words import moment, sentence
from ui.guards import AnyVisit, HouseDep
from ui.links.offers import Answer, Asked, nothing_to_answer, offered, yes_or_no
from ui.page_frame import page_frame


@ui.page("/trusted/invitation")
async def invitation_page(house: HouseDep, visit: AnyVisit, token: str = "", answer: Answer = "") -> None:
    """Say who asks for what and until when, and let the invited person say yes or no."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    found = None if answer else await offered(answering.look(house, visit.visitor, token=token))
    with page_frame(sentence("trust.invitation.title" if found else "trust.invitation.over_title"), visit):
        if found is None:
            nothing_to_answer(answer, declined=sentence("trust.invitation.declined"), over=sentence("trust.link_over"))
            link(sentence("page.home"), "/", kind="quiet")
            return
        _what_it_is(found)
        yes_or_no(visit, token, _asked(found), is_theirs=found.is_theirs)


def _what_it_is(found: Invitation) -> None:
    paragraph(sentence("trust.invitation.from", name=found.name))
    paragraph(sentence("trust.invitation.you_may"))
    bullet_list(sentence(f"trust.invitation.right.{right}") for right in found.rights)
    paragraph(sentence("trust.invitation.until", name=found.name, until=moment(found.until)))
    paragraph(sentence("trust.invitation.written_down", name=found.name))
    paragraph(sentence("trust.invitation.confidential"))


def _asked(found: Invitation) -> Asked:
    return Asked(
        page="/trusted/invitation",
        forms="/api/forms/trusted",
        accept=sentence("trust.invitation.accept"),
        decline=sentence("trust.invitation.decline"),
        another_address=sentence("trust.other_address"),
        how=sentence("trust.invitation.sign_in", address=found.address),
    )
