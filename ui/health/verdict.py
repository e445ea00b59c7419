"""The answer first: how the service is, what needs a look, and what to do about it."""

from components.alert import alert
from components.layout import section
from components.prose import paragraph
from components.table import Cell, Column, table
from components.tag import tag
from services.vitals.judging import Judged
from services.vitals.overview import Overview
from services.words import moment, sentence
from ui.health.figures import figure
from ui.health.names import in_words


def verdict(found: Overview) -> str:
    """How the service is, in a few words: the heading of the page."""
    number = len(found.down) + len(found.to_look_at)
    if number == 0:
        return sentence("health.verdict.fine")
    return sentence("health.verdict.one" if number == 1 else "health.verdict.more", number=number)


def what_needs_a_look(found: Overview) -> None:
    """Each part that does not work and each figure beyond its limit, with what to do. Nothing: why that is known."""
    for name in found.down:
        with alert(sentence(f"health.down.{name}.title")):
            paragraph(sentence(f"health.down.{name}.do"))
    for each in found.to_look_at:
        _draw(each)
    if not found.down and not found.to_look_at:
        paragraph(sentence("health.verdict.why_fine"))
    paragraph(sentence("health.measured", moment=moment(found.at)), soft=True)


def what_is_watched(found: Overview) -> None:
    """Every limit, with the worst value and the result as a word."""
    with section(sentence("health.watched.title")):
        paragraph(sentence("health.watched.about"))
        columns = [Column(sentence(f"health.watched.{code}")) for code in ("what", "now", "limit", "result")]
        rows = [_row(each) for each in found.judged]
        table(sentence("health.watched.title"), columns, rows, hidden_caption=True)


def _draw(each: Judged) -> None:
    value = figure(each.value or 0, each.limit.unit)
    with alert(sentence(f"health.watch.{each.code}.title", value=value, whose=in_words(each.whose)), severity="warn"):
        paragraph(sentence(f"health.watch.{each.code}.do"))
        paragraph(sentence(f"health.watch.{each.code}.why"), soft=True, small=True)


def _row(each: Judged) -> list[str | Cell]:
    label = sentence(f"health.watch.{each.code}.label")
    bound = figure(each.limit.bound, each.limit.unit)
    limit = sentence("health.watched.under" if each.limit.least else "health.watched.over", bound=bound)
    if each.value is None:
        return [label, sentence("health.watched.no_value"), limit, sentence("health.watched.no_result")]
    result = sentence("health.watched.look" if each.needs_a_look else "health.watched.fine")
    drawn = Cell(result, draw=lambda: tag(result, "warn" if each.needs_a_look else "good"))
    return [label, figure(each.value, each.limit.unit), limit, drawn]
