"""Saving the list of customers, or the numbers of the season, as a file for a spreadsheet."""

from typing import Annotated, Literal

from fastapi import Depends, Request
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import button
from components.choice_group import Choice, choice_group
from components.description_list import Entry, description_list
from components.form import form
from components.layout import row
from components.link import link
from components.prose import paragraph
from services import policy
from services.attempts import Attempt
from services.staff.export.saving import Purpose, What
from services.staff.finding.wanted import Wanted
from services.words import sentence
from ui.guards import HouseDep, Visit, attempt_at, for_staff
from ui.mistakes import Mistakes
from ui.page_frame import page_frame
from ui.staff.access.leaving import MY_CUSTOMERS
from ui.staff.customers.filters import wanted_by, what_is_wrong
from ui.staff.overview.export_page import EXPORT

_FROM = {What.CUSTOMERS: ("Customers", MY_CUSTOMERS), What.SEASON: ("The season", "/staff/season")}


@ui.page(EXPORT)
async def export_page(
    request: Request,
    _house: HouseDep,
    visit: Annotated[Visit, for_staff(policy.customers.EXPORT)],
    attempt: Annotated[Attempt, Depends(attempt_at("export"))],
    what: Literal["customers", "season"] = "customers",
) -> None:
    """Say what will be in the file, ask what it is for, and send it."""
    kind = What(what)
    filters = {name: value for name, value in request.query_params.items() if name != "what"}
    wanted, problem = wanted_by(filters)
    name, back_to = _FROM[kind]
    with page_frame("Save as a file", visit, way=[Crumb(name, back_to + wanted.as_query())]):
        what_is_wrong(problem)
        paragraph(sentence(f"export.about.{kind}"))
        description_list([Entry(sentence(f"finding.filter.{each}"), said) for each, said in _in_words(kind, wanted)])
        paragraph("Keep the file in a safe place, and delete it when you are done. We write down that you saved it.")
        with form("/api/forms/export", hidden={"what": kind.value, **wanted.told()}, downloads=True):
            mistakes = Mistakes(attempt)
            error = mistakes.of("purpose") or mistakes.of("what")
            options = [Choice(each.value, sentence(f"export.purpose.{each}")) for each in Purpose]
            asked = choice_group(
                "What is the file for?", options, name="purpose", value=attempt.typed.get("purpose", ""), error=error
            )
            mistakes.sum_up(**dict.fromkeys(attempt.errors, asked))
            with row():
                button("Save the file", submit=True)
                link("Back without saving", back_to + wanted.as_query(), kind="quiet")


def _in_words(kind: What, wanted: Wanted) -> list[tuple[str, str]]:
    chosen = [(name, value.replace("_", " ")) for name, value in wanted.told().items() if name != "year"]
    if kind is What.CUSTOMERS and not chosen:
        chosen = [("none", sentence("finding.all"))]
    return [*chosen, ("year", str(wanted.year))]
