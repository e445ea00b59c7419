"""A person's documents: sending some, and all that are there by tax year."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query
from nicegui import ui

from components.prose import paragraph
from services import policy
from services.attempts import Attempt
from services.documents import listing, on_their_way
from services.documents.listing import OwnDocument
from services.documents.on_their_way import Upload
from services.house import House
from services.words import sentence
from ui.documents.acts import doing, giving_up, take_document_back, take_off_the_list
from ui.documents.adding import adding
from ui.documents.following import follow_documents
from ui.documents.just_sent import JustSent
from ui.documents.not_whole import NotWhole
from ui.documents.pace import MOST_AT_ONCE
from ui.documents.vault import Vault
from ui.guards import HouseDep, SignedIn, Visit, attempt_at
from ui.page_frame import STAYS_SECONDS, page_frame


@ui.page("/documents", reconnect_timeout=STAYS_SECONDS)
async def documents_page(
    house: HouseDep,
    visit: SignedIn,
    attempt: Annotated[Attempt, Depends(attempt_at("documents"))],
    sent: Annotated[list[UUID], Query(max_length=MOST_AT_ONCE, default_factory=list)],
) -> None:
    """Say what became of what was `sent` just now, offer to send more, and show what there is; it hears of checks."""
    policy.documents.SEE.require(visit.visitor)
    found, uploads = await _documents(house, visit), await _uploads(house, visit)
    with page_frame(sentence("documents.title"), visit):
        just_sent = JustSent(sent)
        paragraph(sentence("documents.intro"))
        if not found:
            paragraph(sentence("documents.none"))
        NotWhole(uploads, give_up=giving_up(house, visit))
        just_sent.draw(found, await adding(house, attempt))
        off, back = doing(take_off_the_list, house, visit), doing(take_document_back, house, visit)
        vault = Vault(found, take_off=off, take_back=back)

        async def look() -> None:
            now = await _documents(house, visit)
            vault.bring_up_to_date(now)
            just_sent.bring_up_to_date(now)

        follow_documents(house, visit.person.person_id, look)


async def _documents(house: House, visit: Visit) -> list[OwnDocument]:
    async with house.transaction(visit.person) as session:
        return await listing.documents(session, visit.person)


async def _uploads(house: House, visit: Visit) -> list[Upload]:
    async with house.transaction(visit.person) as session:
        return await on_their_way.uploads(session, visit.person, owner_id=visit.person.person_id)
