"""Files that we did not take: what each is called, why, and who sent it."""

from collections.abc import Callable, Sequence

from components.layout import section
from components.notice import notice
from components.prose import paragraph
from services.documents.listing import OwnDocument
from services.words import sentence
from ui.documents.facts import why_not


def not_taken(documents: Sequence[OwnDocument], below: Callable[[OwnDocument], None] | None = None) -> None:
    """A notice for each, and nothing where there is none. `below` draws what can be done about one."""
    if not documents:
        return
    with section(sentence("documents.refused_title")):
        for each in documents:
            with notice("bad", title=each.name):
                paragraph(why_not(each))
                if each.sender:
                    paragraph(sentence("documents.sent_by", who=each.sender))
                if below:
                    below(each)
