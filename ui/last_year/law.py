"""What changed in the law for one person: each change with its line, its dollars, and where it is written."""

from components.layout import section
from components.prose import bullet_list, paragraph
from components.table import Column, table
from services.returns.next_year.beginning import LastYear
from services.returns.next_year.law_changes import LawChange, LawChanges, law_changes
from services.words import change_in_dollars, in_dollars, sentence
from services.words.lines import line_words
from ui.estimate.answer.beyond import what_we_cannot_do
from ui.estimate.answer.in_words import outcome_in_words


def what_the_law_changed(begins: LastYear) -> None:
    """The same facts under both laws, or why they can't be compared."""
    years = {"year": begins.tax_year, "last": begins.last.tax_year}
    told = law_changes(begins.last.result) if begins.last.result else None
    with section(sentence("law_change.title")):
        if told is None:
            paragraph(sentence("law_change.no_result", **years))
        elif told.now.unsupported:
            paragraph(sentence("law_change.beyond", **years))
            what_we_cannot_do(told.now.unsupported)
        else:
            _compared(told, years)


def _compared(told: LawChanges, years: dict[str, int]) -> None:
    if not told.changes:
        paragraph(sentence("law_change.none", **years))
        return
    then, now = outcome_in_words(told.then.outcome), outcome_in_words(told.now.outcome)
    paragraph(sentence("law_change.intro", **years))
    paragraph(sentence("law_change.both", then=then, now=now, **years))
    paragraph(sentence("law_change.not_a_forecast", **years))
    columns = [
        Column(sentence("law_change.what")),
        Column(str(years["last"]), "figure"),
        Column(str(years["year"]), "figure"),
        Column(sentence("law_change.line")),
        Column(sentence("law_change.gain"), "figure"),
    ]
    rows = [_row(each, years["year"]) for each in told.changes]
    table(sentence("law_change.caption", **years), columns, rows)
    with section(sentence("law_change.sources"), level=3):
        bullet_list([_source(each) for each in told.changes])


def _row(change: LawChange, tax_year: int) -> tuple[str, ...]:
    line = sentence(
        "law_change.moved",
        line=line_words(change.line.id, tax_year).label,
        before=in_dollars(change.before),
        after=in_dollars(change.after),
    )
    return sentence(f"law_change.{change.code}"), *change.figures, line, change_in_dollars(change.gain)


def _source(change: LawChange) -> str:
    return sentence(
        "law_change.source",
        what=sentence(f"law_change.{change.code}"),
        sources="; ".join(change.sources),
        confirmed="; ".join(change.confirmed),
    )
