"""Outside services: whether each is live, in words for everybody, and for staff with how long it took to answer."""

from collections.abc import Sequence

from nicegui.elements.mixins.text_element import TextElement

from components.layout import section
from components.prose import paragraph
from components.table import Cell, Column, table
from components.tag import Kind, tag
from services.providers.answering.known import MINUTES_BETWEEN, Answer, Known
from services.words import moment, sentence
from ui.health.figures import milliseconds

_TAGS: dict[Answer, Kind] = {Answer.LIVE: "good", Answer.SILENT: "bad", Answer.UNKNOWN: "plain"}


def answer_tag(each: Known) -> TextElement:
    """Live, not answering, or only set up."""
    return tag(sentence(f"provider.answer.{each.answer}"), _TAGS[each.answer])


def answer_in_words(each: Known) -> str:
    """When it answered, or since when it does not; of several, which one it is."""
    when = moment(each.at) if each.at else ""
    said = sentence(f"provider.answered.{each.answer}", moment=when)
    return sentence("provider.answered.of", who=each.who, said=said) if each.who else said


def outside(known: Sequence[Known]) -> None:
    """A row for each service that is set up."""
    with section(sentence("health.outside.title")):
        if not known:
            paragraph(sentence("health.outside.none"))
            return
        paragraph(sentence("health.outside.about", minutes=MINUTES_BETWEEN))
        columns = [Column(sentence(f"health.outside.{code}")) for code in ("name", "state", "when")]
        columns.append(Column(sentence("health.outside.took"), "figure"))
        table(sentence("health.outside.title"), columns, [_row(each) for each in known], hidden_caption=True)


def _row(each: Known) -> list[str | Cell]:
    took = sentence(f"health.outside.{each.answer}") if each.took_ms is None else milliseconds(each.took_ms)
    state = Cell(sentence(f"provider.answer.{each.answer}"), draw=lambda: answer_tag(each))
    return [f"{each.title}: {each.who}" if each.who else each.title, state, _last_answer(each), took]


def _last_answer(each: Known) -> str:
    """As short as a table has it, and without what only customers need to be told."""
    return sentence(f"health.outside.since.{each.answer}", moment=moment(each.at) if each.at else "")
