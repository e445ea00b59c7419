"""All tax years of a person: how far each has come, and the ways to begin one or go on."""

from typing import Annotated, Literal

from fastapi import Query
from nicegui import ui

from components.layout import section
from components.notice import notice
from components.prose import bullet_list, paragraph
from services import policy
from services.house import DbSession, House
from services.returns.years import overview, removing
from services.returns.years.overview import Year
from services.returns.years.removing import Removed
from services.reviews import how_far
from services.tax import YEARS
from services.visitor import Guest
from services.words import known, sentence
from ui.guards import AnyVisit, HouseDep, Visit
from ui.page_frame import page_frame
from ui.years.earlier import earlier_years
from ui.years.one_a_year import one_a_year
from ui.years.one_year import Reviews, one_year
from ui.years.way_back import way_back

Done = Annotated[Literal["", "removed", "put_back", "left", "joined", "shared"], Query()]


@ui.page("/tax")
async def tax_page(house: HouseDep, visit: AnyVisit, without: int | None = None, done: Done = "") -> None:
    """Say what the estimate does and does not do, and let the person choose a year.

    `without` is the year of which somebody wanted to see a page, and has no estimate yet.
    """
    years, reviews, removed = await _of(house, visit)
    with page_frame("Estimate your refund", visit):
        _news(without, done)
        paragraph("Tell us about your year. We compute your federal income tax and explain every line.")
        with section("Before you begin"):
            bullet_list(
                (
                    "Have your W-2 and other forms beside you. You can stop and come back.",
                    "This is an estimate. Nothing is sent to the IRS.",
                    "It is federal only. State tax is not included.",
                )
            )
            paragraph(sentence("interview.begin.two_ways"))
        for year in years:
            one_year(year, reviews, is_first=year is years[0])
        one_a_year()
        way_back(removed)
        earlier_years()


async def _of(house: House, visit: Visit) -> tuple[list[Year], Reviews, list[Removed]]:
    if visit.visitor == Guest():
        return overview.of_nobody(), {}, []
    async with house.transaction(visit.visitor) as session:
        years = await overview.years_of(session, visit.visitor)
        reviews = await _reviews_of(session, visit, years)
        return years, reviews, await removing.removed(session, visit.visitor)


async def _reviews_of(session: DbSession, visit: Visit, years: list[Year]) -> Reviews:
    if not policy.reviews.ASK.allows(visit.visitor):
        return {}
    return_ids = [held.return_id for year in years for held in year.returns]
    return await how_far.latest_of_each(session, visit.person, return_ids)


def _news(without: int | None, done: str) -> None:
    if done:
        with notice("warn" if done == "shared" else "good"):
            paragraph(sentence(f"joint.{done}" if known(f"joint.{done}") else f"years.done.{done}"))
    elif without in YEARS:
        with notice():
            paragraph(f"You have no estimate for {without} yet. Begin it here.")
