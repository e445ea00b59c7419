"""The pages to which letters about an e-mail address lead. Each has a button, for mail programs follow links, too."""

from collections.abc import Awaitable
from typing import TypeVar

from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.accounts.changes import address, undoing
from services.accounts.changes.undoing import Restores
from services.errors import NotFound
from services.words import sentence
from ui.guards import AnyVisit, HouseDep
from ui.page_frame import page_frame

T = TypeVar("T")
_PROBLEMS = ("address.link_over", "address.taken_meanwhile")


@ui.page("/email-address/confirm")
async def confirm_page(
    house: HouseDep, visit: AnyVisit, token: str = "", *, done: bool = False, problem: str = ""
) -> None:
    """Say which address it is, and confirm it by one press."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    with page_frame("Confirm your email address", visit):
        if done:
            with notice("good"):
                paragraph("Your email address is changed. Use it when you sign in next time.")
            link("How you sign in", "/account/security", kind="main")
        elif new := await _read(address.to_confirm(house, token="" if problem else token)):
            paragraph(f"Your MBTQ account will have this email address: {new}.")
            _button("confirm", token, "Use this address")
        else:
            _does_not_work(problem, "Ask for a new letter", "/account/security/email")


@ui.page("/email-address/undo")
async def undo_page(
    house: HouseDep, visit: AnyVisit, token: str = "", *, done: bool = False, kept: bool = False, problem: str = ""
) -> None:
    """Say what comes back and what goes, and do it by one press. `kept` is whether that ended a deletion."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    with page_frame("Take your account back", visit):
        if done:
            with notice("good"):
                paragraph("Your account has its old email address again. All devices are signed out.")
                if kept:
                    paragraph(sentence("address.kept"))
            paragraph("Now sign in and change your password. Somebody else may know it.")
            link("Sign in and change the password", "/sign-in?next=/account/security/password", kind="main")
        elif restores := await _read(undoing.to_restore(house, token="" if problem else token)):
            _comes_back(restores)
            _button("undo", token, "Take my account back")
        else:
            _does_not_work(problem, "Contact us", "/contact")


def _comes_back(restores: Restores) -> None:
    paragraph(f"Your MBTQ account will have its old email address again: {restores.address}.")
    if restores.keeps_account:
        with notice("warn"):
            paragraph(sentence("address.keeps"))
    paragraph("All devices are signed out. What you saved in your account is kept.")
    paragraph("We take off what was added since then: passkeys, apps, organizations and trusted persons.")
    paragraph("All recovery codes stop working. You can make new ones.")


def _button(act: str, token: str, label: str) -> None:
    with form(f"/api/forms/email-address/{act}", hidden={"token": token}):
        button(label, submit=True)


async def _read(link_leads_to: Awaitable[T]) -> T | None:
    try:
        return await link_leads_to
    except NotFound:
        return None


def _does_not_work(problem: str, way: str, to: str) -> None:
    with notice("warn"):
        paragraph(sentence(problem if problem in _PROBLEMS else _PROBLEMS[0]))
    with row():
        link(way, to, kind="main")
        link("First page", "/", kind="quiet")
