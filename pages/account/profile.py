"""The name and the state of a person, told by themselves: both may stay empty."""

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from components.breadcrumb import Crumb
from components.button import button
from components.choice_group import Choice
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from components.select import select
from components.text_field import text_field
from services import policy
from services.attempts import Attempt
from services.intake.who import profile
from services.intake.who.profile import Profile
from services.intake.who.states import STATES
from ui.guards import HouseDep, SignedIn, attempt_at
from ui.mistakes import Mistakes
from ui.page_frame import page_frame

_NOT_TOLD = Choice("", "I do not say")


@ui.page("/account/profile")
async def profile_page(
    house: HouseDep, visit: SignedIn, attempt: Annotated[Attempt, Depends(attempt_at("profile"))], *, done: bool = False
) -> None:
    """A native form with what was told before, or with what came back."""
    policy.accounts.CHANGE_PROFILE.require(visit.person)
    async with house.transaction(visit.person) as session:
        told = await profile.own(session, visit.person)
    with page_frame("Your name and your state", visit, way=[Crumb("Your account", "/account")]):
        if done:
            with notice("good"):
                paragraph("What you told us is saved.")
        paragraph("Our team finds you by your name, and knows which rules of your state matter.")
        paragraph("You need not tell us. Who works for you sees it. Interpreters do not.")
        paragraph("If you hold a joint return with somebody, they see your name there. They do not see your state.")
        with form("/api/forms/profile"):
            _fields(attempt, told)
            with row():
                button("Save", submit=True)
                link("Back to your account", "/account", kind="quiet")


def _fields(attempt: Attempt, told: Profile) -> None:
    mistakes = Mistakes(attempt)
    name = text_field(
        "Your name",
        name="name",
        value=attempt.typed.get("name", told.name),
        hint="As you like to be called. You can change it at any time.",
        error=mistakes.of("name"),
        autocomplete="name",
    )
    states = [_NOT_TOLD, *(Choice(code, called) for code, called in STATES.items())]
    here = attempt.typed.get("residence", told.residence)
    residence = select("The state where you live", states, name="residence", value=here, error=mistakes.of("residence"))
    mistakes.sum_up(name=name, residence=residence)
