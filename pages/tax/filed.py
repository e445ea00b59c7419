"""What a person filed for a tax year, and what an amended return would change."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends, Query
from nicegui import ui

from components.prose import paragraph
from services import policy
from services.attempts import Attempt
from services.returns.filed import marking as filed
from services.words import sentence
from ui.estimate.beside import beside_the_questions
from ui.filed.changes import what_changed
from ui.filed.parts import marking, what_was_filed
from ui.guards import HouseDep, SignedIn, attempt_at


@ui.page("/tax/{tax_year}/filed")
async def filed_page(
    tax_year: int,
    house: HouseDep,
    visit: SignedIn,
    attempt: Annotated[Attempt, Depends(attempt_at("filed"))],
    *,
    estimate: UUID | None = None,
    done: Annotated[Literal["", "marked"], Query()] = "",
) -> None:
    """Show the history, compare it with the answers now, and let the person mark what they filed."""
    policy.returns.MARK_FILED.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        told = await filed.history(session, visit.person, tax_year=tax_year, return_id=estimate)
    title, said = sentence("filed.title", year=tax_year), sentence("filed.marked") if done else ""
    with beside_the_questions(title, visit, tax_year=tax_year, return_id=told.estimate.return_id, done=said):
        paragraph(sentence("filed.intro"))
        paragraph(sentence("filed.not_sent"))
        what_was_filed(told)
        what_changed(told)
        if told.estimate.result is None:
            paragraph(sentence("filed.no_result"))
        else:
            marking(told, attempt)
