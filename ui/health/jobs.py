"""Jobs: how many wait and for how long, and those that were given up."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from components.chart import Amount, bar_chart
from components.layout import section
from components.prose import code_name, paragraph
from components.table import Cell, Column, table
from services.jobs.backlog import Backlog
from services.jobs.dead_letters import FailedJob
from services.words import known, moment, sentence
from ui.health.figures import duration, whole

_ROWS_ON_PAGE = 10


def jobs(backlog: Sequence[Backlog], given_up: Sequence[FailedJob]) -> None:
    """What is kept of each kind of job, as bars and in a table; then what somebody has to do by hand."""
    with section(sentence("health.jobs.title")):
        if not backlog:
            paragraph(sentence("health.jobs.none"))
            return
        _states(backlog)
        with section(sentence("health.jobs.given_up.title"), level=3):
            _given_up(given_up)


def _states(backlog: Sequence[Backlog]) -> None:
    states = ("waiting", "running", "failed")
    sums = {state: sum(getattr(each, state) for each in backlog) for state in states}
    oldest = max(each.oldest_seconds for each in backlog)
    says = sentence("health.jobs.oldest", time=duration(oldest)) if oldest else sentence("health.jobs.none_due")
    title = sentence("health.jobs.by_state")
    amounts = [Amount(sentence(f"health.jobs.{state}"), Decimal(number)) for state, number in sums.items()]
    bar_chart(title, amounts, says=says, write=whole)
    codes = (*states, "oldest_one")
    columns = [Column(sentence("health.jobs.job"))]
    columns += [Column(sentence(f"health.jobs.{code}"), "figure") for code in codes]
    table(sentence("health.jobs.by_name"), columns, [_row(each) for each in backlog])


def _row(each: Backlog) -> list[str | Cell]:
    oldest = duration(each.oldest_seconds) if each.oldest_seconds else sentence("health.jobs.nobody_waits")
    job = Cell(each.job, draw=lambda: code_name(each.job))
    return [job, str(each.waiting), str(each.running), str(each.failed), oldest]


def _given_up(given_up: Sequence[FailedJob]) -> None:
    if not given_up:
        paragraph(sentence("health.jobs.given_up.none"))
        return
    for name in sorted({each.name for each in given_up}):
        code = f"health.jobs.do.{name}"
        paragraph(
            sentence("health.jobs.do.of", name=name, do=sentence(code if known(code) else "health.jobs.do.other"))
        )
    paragraph(sentence("health.jobs.given_up.runbook"))
    columns = [Column(sentence("health.jobs.job")), Column(sentence("health.jobs.given_up.number"), "figure")]
    columns += [
        Column(sentence("health.jobs.given_up.tries"), "figure"),
        Column(sentence("health.jobs.given_up.since")),
    ]
    rows = [
        (
            Cell(each.name, draw=partial(code_name, each.name)),
            str(each.job_id),
            str(each.attempts),
            moment(each.failed_at),
        )
        for each in given_up
    ]
    caption = sentence("health.jobs.given_up.title")
    table(caption, columns, rows, rows_on_page=_ROWS_ON_PAGE, hidden_caption=True)
