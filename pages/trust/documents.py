"""The documents of a customer who trusts the person that looks: seen, and added to where they may."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from nicegui import ui

from components.breadcrumb import Crumb
from components.notice.said import Said
from components.prose import paragraph
from db.values.documents import DocumentStatus
from services import policy
from services.attempts import Attempt
from services.documents import listing, on_their_way
from services.documents.listing import OwnDocument
from services.house import House
from services.trust.helping import Helping
from services.words import sentence
from ui.documents.acts import doing, giving_up, take_off_the_list
from ui.documents.adding import adding
from ui.documents.following import follow_documents
from ui.documents.just_sent import JustSent
from ui.documents.not_taken import NotTaken
from ui.documents.not_whole import NotWhole
from ui.documents.pace import MOST_AT_ONCE
from ui.documents.shelf import Shelf
from ui.guards import HouseDep, SignedIn, Visit, attempt_at
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.trust.whose import whose_documents


@ui.page("/account/trusting/{access_id}/documents", reconnect_timeout=STAYS_SECONDS)
async def documents_of_customer_page(
    access_id: UUID,
    house: HouseDep,
    visit: SignedIn,
    attempt: Annotated[Attempt, Depends(attempt_at("documents"))],
    sent: Annotated[list[UUID], Query(max_length=MOST_AT_ONCE, default_factory=list)],
) -> None:
    """Say whose they are and until when; the page goes when that ends."""
    policy.documents.SEE.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        found, customer = await listing.documents_of_customer(session, visit.person, access_id=access_id)
        uploads = await on_their_way.uploads(session, visit.person, owner_id=customer.customer_id)
    way = [Crumb("Your account", "/account"), Crumb(sentence("trust.helping.title"), "/account/trusting")]
    with page_frame(sentence("trust.helping.documents", name=customer.name), visit, way=way):
        just_sent = JustSent(sent)
        whose_documents(house, visit, customer)
        if not found:
            paragraph(sentence("trust.helping.no_documents"))
        files = None
        if customer.may_add_documents:
            NotWhole(uploads, give_up=giving_up(house, visit))
            files = await adding(house, attempt, customer=customer)
        just_sent.draw(found, files)
        _shelf(house, visit, customer, found, just_sent)


def _shelf(house: House, visit: Visit, customer: Helping, found: Sequence[OwnDocument], just_sent: JustSent) -> None:
    """What is there; each card says by itself when its document has been checked. First what they sent in vain."""
    NotTaken(found, Said(), take_off=doing(take_off_the_list, house, visit))
    shelf = Shelf()
    shelf.draw([each for each in found if each.status is not DocumentStatus.REFUSED])

    async def look() -> None:
        async with house.transaction(visit.person) as session:
            now = await listing.still_shown(session, visit.person, access_id=customer.access_id)
        shelf.bring_up_to_date(now)
        just_sent.bring_up_to_date(now)

    follow_documents(house, customer.customer_id, look)
