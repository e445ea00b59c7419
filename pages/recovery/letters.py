"""The pages to which letters lead about getting back in. Each has a button, for mail programs follow links, too."""

from typing import Annotated

from fastapi import Depends
from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph, strong
from services import policy
from services.accounts.recovery import finishing, waiting
from services.attempts import Attempt
from services.errors import Conflict, HouseError, NotFound
from services.words import sentence
from ui.accounts.credentials import password_alone
from ui.guards import AnyVisit, HouseDep, attempt_at
from ui.page_frame import page_frame


@ui.page("/account-recovery/stop")
async def stop_page(house: HouseDep, visit: AnyVisit, token: str = "", *, done: bool = False) -> None:
    """Say what is on the way, and stop it by one press."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    with page_frame("Protect your account", visit):
        if done:
            with notice("good"):
                paragraph("It is stopped. Nobody gets in by it. Your account stays as it is.")
            _ways_on("Look at your devices", "/account/devices")
        elif problem := await _problem_of(house, token):
            _nothing_to_stop(problem)
        else:
            paragraph("Somebody told us that they lost every way in to your MBTQ account. Was it not you?")
            with form("/api/forms/account-recovery/stop", hidden={"token": token}):
                button("Stop it", submit=True)
            paragraph("Was it you? Then close this page, and wait for our letter.")


@ui.page("/account-recovery/password")
async def password_page(
    house: HouseDep,
    visit: AnyVisit,
    attempt: Annotated[Attempt, Depends(attempt_at("recovery"))],
    token: str = "",
) -> None:
    """Say for which account, and what will stop working; ask for a new password."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    try:
        opens = await finishing.opens(house, token=token)
    except NotFound:
        opens = None
    with page_frame("Set a new password", visit):
        if opens is None:
            _over()
            return
        with paragraph("The account is "):
            strong(opens.address)
        if opens.leaves:
            with notice("warn"):
                paragraph(opens.leaves.told("recovery.leaves"))
                paragraph(sentence("recovery.keeps"))
        paragraph(
            "Your old ways to sign in stop working: passkeys, apps, recovery codes and organizations. "
            "All devices are signed out."
        )
        kept = {"keep": "true"} if opens.leaves else {}
        with form("/api/forms/account-recovery/password", hidden={"token": token, **kept}):
            password_alone(attempt, label="New password", hint=sentence("password.choose"), autocomplete="new-password")
            button(sentence("recovery.set_and_keep" if kept else "recovery.set"), submit=True)


async def _problem_of(house: HouseDep, token: str) -> HouseError | None:
    try:
        await waiting.to_stop(house, token=token)
    except (NotFound, Conflict) as problem:
        return problem
    return None


def _nothing_to_stop(problem: HouseError) -> None:
    if isinstance(problem, NotFound):
        _over()
        return
    with notice("good"):
        paragraph(sentence(problem.code))
    _ways_on("Look at your devices", "/account/devices")


def _over() -> None:
    with notice("warn"):
        paragraph(sentence("recovery.link_over"))
    _ways_on("Contact us", "/contact")


def _ways_on(way: str, to: str) -> None:
    with row():
        link(way, to, kind="main")
        link("First page", "/", kind="quiet")
