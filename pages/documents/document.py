"""One document: what it is, its pages as pictures with their text, and what can be done with it."""

from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from services import policy
from services.documents import listing
from services.errors import NotFound
from services.house import House
from services.trust.helping import Helping
from services.words import sentence
from ui.documents.acts import place_document, remove_document, take_document_back
from ui.documents.following import follow_documents
from ui.documents.paper import Acts, DocumentScreen
from ui.documents.told import Told, told_above
from ui.guards import HouseDep, SignedIn, Visit
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.trust.whose import whose_documents


@ui.page("/documents/{document_id}", reconnect_timeout=STAYS_SECONDS)
async def document_page(document_id: UUID, house: HouseDep, visit: SignedIn, told: Told = Told.NOTHING) -> None:
    """Show it, and what becomes of it while the page is open."""
    policy.documents.SEE.require(visit.visitor)
    person = visit.person
    async with house.transaction(person) as session:
        document, papers = await listing.document_at(session, person, document_id=document_id, act="document.seen")
    with page_frame(
        document.name, visit, has_heading=False, way=_way(document.customer), here=sentence("document_page.breadcrumb")
    ):
        told_above(told)
        if document.customer:
            whose_documents(house, visit, document.customer)
        screen = DocumentScreen(document, papers, this_year=house.clock.now().year)
        screen.draw(None if document.customer else _acts(house, visit, screen, document_id))

        async def look() -> None:
            try:
                async with house.transaction(person) as session:
                    now, pages = await listing.document_at(session, person, document_id=document_id)
            except NotFound:  # deleted with the account, or no longer shown to who was trusted
                return
            screen.show(now, pages)

        owner = document.customer.customer_id if document.customer else person.person_id
        follow_documents(house, owner, look)


def _acts(house: House, visit: Visit, screen: DocumentScreen, document_id: UUID) -> Acts:
    """What its owner can do with it. Who was trusted with it only looks."""
    return Acts(
        place_document.by(house, visit, then=screen.placed, document_id=document_id),
        remove_document.by(house, visit, then=screen.removed, document_id=document_id),
        take_document_back.by(house, visit, then=screen.taken_back, document_id=document_id),
    )


def _way(customer: Helping | None) -> list[Crumb]:
    if customer is None:
        return [Crumb(sentence("documents.title"), "/documents")]
    page = f"/account/trusting/{customer.access_id}/documents"
    return [
        Crumb(sentence("trust.helping.title"), "/account/trusting"),
        Crumb(sentence("trust.helping.documents", name=customer.name), page),
    ]
