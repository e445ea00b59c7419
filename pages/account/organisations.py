"""The organisations at whose page a person can sign in: those that are linked, and those that can be."""

from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.layout import row
from components.link import link
from components.prose import paragraph
from services import policy
from services.accounts.organisations import links
from services.house import DbSession
from services.visitor import Person
from services.words import sentence
from ui.actions import action
from ui.guards import HouseDep, SignedIn
from ui.organisations.link_list import LinkList
from ui.page_frame import page_frame


@action("account.unlink_organisation", policy.accounts.MANAGE_ORGANISATIONS, proof=True)
async def unlink(session: DbSession, visitor: Person, *, link_id: UUID) -> UUID:
    """Take one link away."""
    return await links.remove(session, visitor, link_id=link_id)


@ui.page("/account/organisations")
async def organisations_page(house: HouseDep, visit: SignedIn) -> None:
    """Show what is linked, each with a button that removes it; then what can be linked."""
    policy.accounts.MANAGE_ORGANISATIONS.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        found = await links.links_of(session, visit.person)
    above = [Crumb("Your account", "/account"), Crumb("How you sign in", "/account/security")]
    with page_frame(sentence("organisation_links.title"), visit, way=above):
        paragraph(sentence("organisation_links.what"))
        shown = LinkList(found, house.clock.now())
        shown.draw(lambda link_id: unlink.by(house, visit, then=shown.without, link_id=link_id))
        linked = {each.issuer for each in found}
        with row():
            for key, provider in house.providers.organisations.items():
                if provider.issuer not in linked:
                    link(sentence("organisation_links.add", name=provider.name), f"/account/organisations/with/{key}")
        if not house.providers.organisations:
            paragraph(sentence("organisation_links.nobody"))
