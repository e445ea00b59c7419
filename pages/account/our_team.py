"""Who of our team may be with a customer now, and how the customer checks that somebody is really one of them."""

from nicegui import ui

from components.breadcrumb import Crumb
from components.layout import section
from components.link import link
from components.prose import paragraph
from services import policy
from services.staff.access import seeing
from services.words import sentence
from ui.genuine.check import Check
from ui.genuine.team import who_of_our_team
from ui.guards import HouseDep, SignedIn
from ui.page_frame import STAYS_SECONDS, page_frame


@ui.page("/account/our-team", reconnect_timeout=STAYS_SECONDS)
async def our_team_page(house: HouseDep, visit: SignedIn) -> None:
    """The field for a code is there only while somebody is."""
    policy.genuine.CHECK.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        team = await seeing.who_may_see(session, visit.person)
    with page_frame(sentence("genuine.title"), visit, way=[Crumb("Your account", "/account")]):
        with section(sentence("genuine.who")):
            if team:
                who_of_our_team(team)
            else:
                paragraph(sentence("genuine.nobody"))
        if team:
            with section(sentence("genuine.check.title")):
                Check(house, visit)
        with section(sentence("genuine.doubt_title")), paragraph(sentence("genuine.doubt")):
            link(sentence("genuine.contact"), "/contact")
