"""A statement as a page: when it was last changed, what is in it, and its sections."""

from components.description_list import Entry, description_list
from components.layout import section
from components.link import link
from components.native import element
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
        contents = element("nav", "contents", aria_label=sentence("statement.contents"))
        places = {}
        for one in told.sections:
            with section(one.heading) as drawn:
                for part in one.parts:
                    _draw(part)
            places[one.heading] = drawn.html_id
        with contents, element("ul"):
            for heading, place in places.items():
                with element("li"):
                    link(heading, f"#{place}")


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
