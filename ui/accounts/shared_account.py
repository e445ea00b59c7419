"""What a demo account can't do, because many people share it."""

from components.layout import row
from components.link import link
from components.notice import notice
from components.prose import paragraph
from services.words import sentence


def why_it_stays() -> None:
    """Why how one signs in to it can't be changed, and the way back."""
    with notice():
        paragraph(sentence("demo.shared"))
    with row():
        link("How you sign in", "/account/security", kind="main")
