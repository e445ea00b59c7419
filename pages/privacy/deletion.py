"""What somebody reads who has asked us to delete their account, and the page of the letter that takes it back."""

from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services import policy
from services.privacy import leaving
from services.visitor import Person
from services.words import sentence
from ui.guards import AnyVisit, HouseDep
from ui.page_frame import page_frame


@ui.page("/account-deletion")
async def asked_page(visit: AnyVisit) -> None:
    """Say what happens now, and how to take it back. Anybody can open it: nobody is told what is not true for them."""
    with page_frame(sentence("your_data.delete.asked_title"), visit):
        if isinstance(visit.visitor, Person):
            paragraph(sentence("your_data.delete.not_asked"))
            with row():
                link(sentence("your_data.title"), "/account/your-data", kind="main")
            return
        with notice("info"):
            paragraph(sentence("your_data.delete.asked"))
            paragraph(sentence("your_data.delete.asked_held"))
        paragraph(sentence("your_data.delete.asked_back"))
        _no_letter()


@ui.page("/account-deletion/undo")
async def undo_page(house: HouseDep, visit: AnyVisit, token: str = "", *, done: bool = False) -> None:
    """Keep the account by one press, for mail programs follow links, too."""
    policy.accounts.ANSWER_LETTER.require(visit.visitor)
    with page_frame(sentence("your_data.delete.undo_title"), visit):
        if done:
            with notice("good"):
                paragraph(sentence("your_data.delete.undone"))
            with row():
                link(sentence("your_data.delete.sign_in"), "/sign-in", kind="main")
        elif await leaving.can_be_taken_back(house, token=token):
            paragraph(sentence("your_data.delete.undo"))
            with form("/api/forms/keep-account", hidden={"token": token}):
                button(sentence("your_data.delete.undo_button"), submit=True)
        else:
            with notice("warn"):
                paragraph(sentence("your_data.delete.link_over"))
            _no_letter()


def _no_letter() -> None:
    with paragraph(sentence("your_data.delete.no_letter")):
        link(sentence("your_data.delete.write_to_us"), "/contact")
