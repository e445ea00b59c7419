"""Pages about one return that ask none of its questions: all begin and end alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from components.link import link
from components.notice import notice
from components.prose import paragraph
from services.words import sentence
from ui.guards import Visit
from ui.page_frame import page_frame


@contextmanager
def beside_the_questions(title: str, visit: Visit, *, tax_year: int, return_id: UUID, done: str = "") -> Iterator[None]:
    """What was `done` just now stands first, and the way to the questions of this very return last."""
    with page_frame(title, visit):
        if done:
            with notice("good"):
                paragraph(done)
        yield
        with paragraph():
            link(sentence("joint.to_estimate"), f"/tax/{tax_year}/estimate?estimate={return_id}")
