"""A statement as a page: when it was last changed, what is in it, and its sections."""

from components.contents import Contents
from components.description_list import Entry, description_list
from components.layout import section
from components.link import link
from components.prose import bullet_list, paragraph
from services.words import long_date, sentence
from services.words.statements import Link, Pairs, Part, statement
from ui.guards import Visit
from ui.page_frame import page_frame


def draw_statement(name: str, visit: Visit) -> None:
    """Draw the whole page. The list of its sections leads into each of them."""
    told = statement(name)
    with page_frame(told.title, visit):
        paragraph(told.lead)
        paragraph(sentence("statement.changed", day=long_date(told.changed_on)), soft=True, small=True)
        contents = Contents()
        for one in told.sections:
            with section(one.heading) as drawn:
                for part in one.parts:
                    _draw(part)
            contents.add(one.heading, drawn.html_id)


def _draw(part: Part) -> None:
    match part:
        case str():
            paragraph(part)
        case Link(words=words, to=to):
            with paragraph():
                link(words, to)
        case Pairs(rows=rows):
            description_list([Entry(term, words) for term, words in rows])
        case items:
            bullet_list(items)
