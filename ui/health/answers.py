"""How long people wait for answers, address by address."""

from decimal import Decimal

from components.chart import Amount, bar_chart
from components.disclosure import disclosure
from components.layout import section
from components.prose import code_name, paragraph
from components.table import Cell, Column, table
from services.journal.recent import MOST_OF_EACH, Pace
from services.vitals.judging import often_enough
from services.vitals.limits import FEWEST_TIMES
from services.vitals.record import ProcessVitals
from services.words import sentence
from ui.health.figures import milliseconds
from ui.health.names import in_words, name_of

_SLOWEST = 8
_ROWS_ON_PAGE = 12


def answers(this: ProcessVitals) -> None:
    """The slowest addresses and actions as bars, of those that are judged, and all of them in a table."""
    with section(sentence("health.answers.title")):
        paragraph(sentence("health.answers.about", most=MOST_OF_EACH))
        paragraph(sentence("health.answers.judged", fewest=FEWEST_TIMES))
        _part("requests", this.requests)
        _part("actions", this.actions)


def _part(code: str, paces: tuple[Pace, ...]) -> None:
    title = sentence(f"health.answers.{code}.title")
    if not paces:
        paragraph(sentence(f"health.answers.{code}.none"))
        return
    if often := often_enough(paces):
        told = {"name": in_words(often[0].name), "p95": milliseconds(often[0].p95_ms)}
        bars = [Amount(in_words(pace.name), Decimal(pace.p95_ms)) for pace in often[:_SLOWEST]]
        bar_chart(title, bars, says=sentence("health.answers.says", **told), write=milliseconds)
    else:
        paragraph(sentence(f"health.answers.{code}.too_few", fewest=FEWEST_TIMES))
    with disclosure(sentence(f"health.answers.{code}.all", number=len(paces))):
        _table(title, paces)


def _table(title: str, paces: tuple[Pace, ...]) -> None:
    columns = [
        Column(sentence("health.answers.name"), sortable=True),
        *(
            Column(sentence(f"health.answers.{code}"), "figure", sortable=True)
            for code in ("median", "p95", "count", "failed")
        ),
    ]
    table(title, columns, [_row(pace) for pace in paces], rows_on_page=_ROWS_ON_PAGE, hidden_caption=True)


def _row(pace: Pace) -> list[str | Cell]:
    return [
        Cell(name_of(pace.name), draw=lambda: code_name(name_of(pace.name))),
        Cell(milliseconds(pace.median_ms), pace.median_ms),
        Cell(milliseconds(pace.p95_ms), pace.p95_ms),
        Cell(str(pace.count), pace.count),
        Cell(str(pace.failed), pace.failed),
    ]
