"""Getting a copy of everything about oneself, and having all of it deleted."""

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import button
from components.checkbox import ON, checkbox
from components.choice_group import Choice
from components.form import form
from components.layout import section
from components.link import link
from components.notice import notice
from components.prose import bullet_list, paragraph
from services import policy
from services.attempts import Attempt
from services.privacy import under_way
from services.words import sentence
from ui.guards import HouseDep, ProvedLately, attempt_at
from ui.mistakes import Mistakes
from ui.page_frame import page_frame


@ui.page("/account/your-data")
async def your_data_page(
    house: HouseDep, visit: ProvedLately, attempt: Annotated[Attempt, Depends(attempt_at("delete_account"))]
) -> None:
    """Say what is in the copy, and give it as a file; say what deletion means, and have it done."""
    policy.privacy.TAKE_DATA.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        is_held = await under_way.is_held(session, visit.person.person_id)
    title = sentence("your_data.title")
    with page_frame(title, visit, way=[Crumb("Your account", "/account")]):
        with section(sentence("your_data.copy.title")):
            _copy()
        with section(sentence("your_data.delete.title")):
            if is_held:
                with notice("warn"), paragraph(sentence("your_data.delete.held")):
                    link(sentence("your_data.delete.write_to_us"), "/contact")
            _delete(Mistakes(attempt), is_held=is_held)


def _copy() -> None:
    paragraph(sentence("your_data.copy.what"))
    bullet_list([sentence(f"your_data.copy.{name}") for name in ("index", "json", "documents", "videos")])
    paragraph(sentence("your_data.copy.care"))
    with form("/api/forms/your-data", label=sentence("your_data.copy.title"), downloads=True):
        button(sentence("your_data.copy.button"), submit=True)
    with paragraph(sentence("your_data.copy.messages")):
        link(sentence("your_data.copy.contact"), "/contact")


def _delete(mistakes: Mistakes, *, is_held: bool) -> None:
    later, sure = ("later_held", "sure_held") if is_held else ("later", "sure")
    bullet_list([sentence(f"your_data.delete.{name}") for name in ("now", later, "back", "kept", "joint", "messages")])
    with form("/api/forms/delete-account", label=sentence("your_data.delete.title"), clears_drafts=True):
        understood = Choice(ON, sentence(f"your_data.delete.{sure}"))
        box = checkbox(understood, name="sure", error=mistakes.of("sure"), required=True)
        button(sentence("your_data.delete.button"), kind="quiet", submit=True)
        mistakes.sum_up(sure=box)
