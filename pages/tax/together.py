"""Holding one return together: inviting the other person, who is in it, and leaving."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends, Query
from nicegui import ui

from components.prose import paragraph
from services import policy
from services.attempts import Attempt
from services.returns import changes
from services.returns.joint import inviting as joint
from services.words import sentence
from ui.estimate.beside import beside_the_questions
from ui.guards import HouseDep, SignedIn, attempt_at
from ui.joint.changes import list_of_changes
from ui.joint.inviting import inviting, leaving
from ui.joint.who import who_in_words

Done = Annotated[Literal["", "sent", "taken_back", "joined"], Query()]


@ui.page("/tax/{tax_year}/together")
async def together_page(
    tax_year: int,
    house: HouseDep,
    visit: SignedIn,
    attempt: Annotated[Attempt, Depends(attempt_at("joint"))],
    *,
    estimate: UUID | None = None,
    done: Done = "",
) -> None:
    """Say how far two people are with this return, what each changed, and what each can do."""
    policy.returns.SHARE.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        told = await joint.together(session, visit.person, tax_year=tax_year, return_id=estimate)
        changed = await changes.of_two(session, visit.person, tax_year=tax_year, return_id=told.return_id)
    title, said = sentence("joint.title", year=tax_year), sentence(f"joint.{done}") if done else ""
    with beside_the_questions(title, visit, tax_year=tax_year, return_id=told.return_id, done=said):
        if told.is_shared:
            for words in who_in_words(told.you, as_spouse=told.as_spouse):
                paragraph(words)
            paragraph(sentence("joint.who.other", who=told.fellow))
            for care in ("everything", "name", "history"):
                paragraph(sentence(f"joint.care.{care}"))
            list_of_changes(changed)
            leaving(told)
        elif told.is_joint:
            inviting(told, attempt)
        else:
            paragraph(sentence("joint.other_status"))
