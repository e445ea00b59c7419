"""The season in pictures: begun, finished, waiting, filed, and how long a review takes. Numbers, and no person."""

from typing import Annotated

from nicegui import ui

from components.layout import row, section
from components.link import link
from components.notice import notice
from components.prose import paragraph
from components.tag import tag
from services import policy
from services.errors import NotFound
from services.staff.export.saving import What
from services.staff.finding.wanted import Wanted
from services.staff.season.counting import WEEKS, Line, season
from services.tax import YEARS
from services.words import sentence
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import page_frame
from ui.staff.overview.export_page import page_of
from ui.staff.overview.season_pictures import beside_each_other, by_week, review_times

PAGE = "/staff/season"


@ui.page(PAGE)
async def season_page(
    house: HouseDep, visit: Annotated[Visit, for_staff(policy.customers.SEE_SEASON)], year: int = YEARS[0]
) -> None:
    """One tax year at a time; NotFound for one that we do not know."""
    if year not in YEARS:
        raise NotFound
    numbers = await season(house, visit.person, year=year)
    with page_frame("The season", visit):
        with row():
            for each in YEARS:
                if each == year:
                    tag(f"Shown: tax year {each}")
                else:
                    link(f"Tax year {each}", f"{PAGE}?year={each}", kind="quiet")
            if policy.customers.EXPORT.allows(visit.person):
                link("Save as a file", page_of(What.SEASON, Wanted(year=year).told()), kind="quiet")
        if not numbers.is_exact:
            with notice():
                paragraph("Numbers are rounded to fives, so that they tell of no single person.")
        with section(f"The last {WEEKS} weeks"):
            by_week(numbers)
        review_times(numbers)
        empty = "Nobody has begun a return of this year."
        beside_each_other("By how people talk", numbers.talks, _talk, empty=empty)
        beside_each_other("By tax year", numbers.years, lambda line: line.label, empty="Nobody has begun a return.")


def _talk(line: Line) -> str:
    return sentence(f"talk.{line.label}.label")
