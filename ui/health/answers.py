"""How long people wait for answers, address by address."""

from decimal import Decimal

from components.chart import Amount, bar_chart
from components.disclosure import disclosure
from components.layout import section
from components.prose import code_name, paragraph
from components.table import Cell, Column, table
from services.journal.recent import MOST_OF_EACH, Pace
from services.vitals.record import ProcessVitals
from services.words import sentence
from ui.health.figures import milliseconds

_SLOWEST = 8
_ROWS_ON_PAGE = 12


def answers(this: ProcessVitals) -> None:
    """The slowest addresses and actions as bars, and all of them in a table."""
    with section(sentence("health.answers.title")):
        paragraph(sentence("health.answers.about", most=MOST_OF_EACH))
        _part("requests", this.requests)
        _part("actions", this.actions)


def _part(code: str, paces: tuple[Pace, ...]) -> None:
    title = sentence(f"health.answers.{code}.title")
    if not paces:
        paragraph(sentence(f"health.answers.{code}.none"))
        return
    slowest = paces[0]
    bar_chart(
        title,
        [Amount(_name(pace), Decimal(pace.p95_ms)) for pace in paces[:_SLOWEST]],
        says=sentence("health.answers.says", name=_name(slowest), p95=milliseconds(slowest.p95_ms)),
        write=milliseconds,
    )
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
        Cell(_name(pace), draw=lambda: code_name(_name(pace))),
        Cell(milliseconds(pace.median_ms), pace.median_ms),
        Cell(milliseconds(pace.p95_ms), pace.p95_ms),
        Cell(str(pace.count), pace.count),
        Cell(str(pace.failed), pace.failed),
    ]


def _name(pace: Pace) -> str:
    """What did not fit any address of ours is counted as "-"."""
    return sentence("health.answers.nowhere") if pace.name == "-" else pace.name
