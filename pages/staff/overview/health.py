"""System health: how the service is, what needs a look, and the figures behind it as pictures."""

from typing import Annotated

from nicegui import ui

from components.breadcrumb import Crumb
from components.link import link
from components.prose import paragraph
from services import policy
from services.vitals.overview import overview
from services.words import sentence
from ui.guards import HouseDep, Visit, for_staff
from ui.health.answers import answers
from ui.health.jobs import jobs
from ui.health.last_hour import last_hour
from ui.health.outside import outside
from ui.health.server import processes, server
from ui.health.verdict import verdict, what_is_watched, what_needs_a_look
from ui.memory.pages_in_memory import pages_in_memory
from ui.page_frame import page_frame


@ui.page("/staff/health")
async def health_page(house: HouseDep, visit: Annotated[Visit, for_staff(policy.house.SEE_HEALTH)]) -> None:
    """Measure once, say in the heading how the service is, and show everything; no person's data is among it."""
    found = await overview(house, pages_in_memory())
    with page_frame(verdict(found), visit, way=[Crumb("Work", "/staff")], here="System health"):
        what_needs_a_look(found)
        with paragraph(f"{sentence('health.again.about')} ", soft=True):
            link(sentence("health.again.link"), visit.path)
        what_is_watched(found)
        answers(found.this)
        last_hour(found.this.hour)
        server(found.this)
        outside(found.outside)
        jobs(found.jobs, found.given_up)
        processes(found)
