"""After the first return from an organisation: what it means is read here, and decided by one press."""

from typing import Annotated

from fastapi import Depends, Request
from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services.accounts.organisations.deciding import waiting
from services.accounts.organisations.going import provider_of
from services.accounts.organisations.steps import Undecided
from services.attempts import Attempt
from services.house import House
from services.visitor import Person
from services.words import sentence
from ui import cookies
from ui.guards import AnyVisit, HouseDep, Visit, attempt_at
from ui.page_frame import page_frame

_LINKS = "/account/organisations"
_FIRST_SIGN_IN = f"/sign-in?next={_LINKS}"


async def _waiting(request: Request, house: HouseDep, visit: AnyVisit) -> Undecided | None:
    return await waiting(house, visit.visitor, cookies.read(request, cookies.ORGANISATION))


@ui.page("/sign-in/organisation")
async def organisation_page(
    house: HouseDep,
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("organisation"))],
    undecided: Annotated[Undecided | None, Depends(_waiting)],
) -> None:
    """Say what went wrong; or ask whether to make an account, or to link the one that is open."""
    if "organisation" in attempt.errors:
        _failure(visit, attempt.errors["organisation"])
    elif undecided is not None:
        _question(house, visit, undecided)
    else:
        with page_frame(sentence("organisation_page.title"), visit):
            paragraph(sentence("organisation_page.none"))
            _ways_on(visit)


def _failure(visit: Visit, code: str) -> None:
    is_linking = isinstance(visit.visitor, Person)
    with page_frame(sentence("organisation_page.not_linked" if is_linking else "organisation_page.failed"), visit):
        with notice("warn"):
            paragraph(sentence(code))
        _ways_on(visit)


def _ways_on(visit: Visit) -> None:
    with row():
        if isinstance(visit.visitor, Person):
            link(sentence("organisation_page.yours"), _LINKS, kind="main")
        else:
            link(sentence("organisation_page.sign_in"), _FIRST_SIGN_IN, kind="main")
        link(sentence("page.home"), "/", kind="quiet")


def _question(house: House, visit: Visit, undecided: Undecided) -> None:
    name, address = provider_of(house, undecided.organisation).name, undecided.identity.address
    act = "link" if undecided.account_id else "make"
    with page_frame(sentence(f"organisation_page.{act}.title", name=name), visit):
        paragraph(sentence(f"organisation_page.{act}.{'what' if address else 'who'}", name=name, address=address))
        paragraph(sentence(f"organisation_page.{act}.then", name=name))
        with form("/api/forms/organisation"), row():
            button(sentence(f"organisation_page.{act}.button", name=name), submit=True)
            link(sentence("organisation_page.cancel"), _LINKS if act == "link" else "/sign-in", kind="quiet")
