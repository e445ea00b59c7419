"""The pages to which letters about an e-mail address lead. Each has a button, for mail programs follow links, too."""

from collections.abc import Awaitable

from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.accounts.changes import address, undoing
from services.errors import NotFound
from services.words import sentence
from ui.guards import AnyVisit, HouseDep
from ui.page_frame import page_frame

_PROBLEMS = ("address.link_over", "address.taken_meanwhile")


@ui.page("/email-address/confirm")
async def confirm_page(
    house: HouseDep, visit: AnyVisit, token: str = "", *, done: bool = False, problem: str = ""
) -> None:
    """Say which address it is, and confirm it by one press."""
    policy.ANSWER_LETTER.require(visit.visitor)
    new = "" if done or problem else await _read(address.to_confirm(house, token=token))
    with page_frame("Confirm your email address", visit):
        if done:
            with notice("good"):
                paragraph("Your email address is changed. Use it when you sign in next time.")
            link("How you sign in", "/account/security", kind="main")
        elif new:
            paragraph(f"Your MBTQ account will have this email address: {new}.")
            with form("/api/forms/email-address/confirm", hidden={"token": token}):
                button("Use this address", submit=True)
        else:
            _does_not_work(problem, "Ask for a new letter", "/account/security/email")


@ui.page("/email-address/undo")
async def undo_page(
    house: HouseDep, visit: AnyVisit, token: str = "", *, done: bool = False, problem: str = ""
) -> None:
    """Say what comes back, and bring it back by one press."""
    policy.ANSWER_LETTER.require(visit.visitor)
    old = "" if done or problem else await _read(undoing.to_restore(house, token=token))
    with page_frame("Take your account back", visit):
        if done:
            with notice("good"):
                paragraph("Your account has its old email address again. All devices are signed out.")
            paragraph("Now sign in and change your password. Somebody else may know it.")
            link("Sign in and change the password", "/sign-in?next=/account/security/password", kind="main")
        elif old:
            paragraph(f"Your MBTQ account will have its old email address again: {old}.")
            paragraph("All devices are signed out. What you saved in your account is kept.")
            with form("/api/forms/email-address/undo", hidden={"token": token}):
                button("Take my account back", submit=True)
        else:
            _does_not_work(problem, "Contact us", "/contact")


async def _read(address_of_link: Awaitable[str]) -> str:
    try:
        return await address_of_link
    except NotFound:
        return ""


def _does_not_work(problem: str, way: str, to: str) -> None:
    with notice("warn"):
        paragraph(sentence(problem if problem in _PROBLEMS else _PROBLEMS[0]))
    with row():
        link(way, to, kind="main")
        link("First page", "/", kind="quiet")
