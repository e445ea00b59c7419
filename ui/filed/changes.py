"""What an amended return would change: the columns of Form 1040-X, and each line of Form 1040 that is different now."""

from components.layout import section
from components.prose import paragraph
from components.table import Column, table
from services.returns.filed.comparing import Changed, changed_lines
from services.returns.filed.form_1040x import Amended, amended_lines
from services.returns.filed.marking import History
from services.words import change_in_dollars, in_dollars, sentence
from services.words.lines import line_words
from ui.filed.settled import what_is_settled


def what_changed(told: History) -> None:
    """Columns A, B and C for what was filed last; nothing where nothing was filed."""
    result = told.estimate.result
    if not told.filed or result is None:
        return
    with section(sentence("filed.compare")):
        if not told.is_changed:
            paragraph(sentence("filed.same"))
            return
        paragraph(sentence("filed.columns"))
        _columns("filed.line_1040x", [_amended(each) for each in amended_lines(told.filed[-1], result)])
        what_is_settled(told, result)
        tax_year = told.estimate.tax_year
        _columns("filed.line_1040", [_changed(each, tax_year) for each in changed_lines(told.filed[-1], result)])


def _columns(line: str, rows: list[tuple[str, ...]]) -> None:
    columns = [Column(sentence(line))]
    columns += [Column(sentence(f"filed.column_{each}"), "figure") for each in "abc"]
    table(sentence(f"{line}_caption"), columns, rows)


def _amended(each: Amended) -> tuple[str, ...]:
    label = f"{each.number}: {sentence(f'filed.form_1040x.{each.number}')}"
    return label, in_dollars(each.original), change_in_dollars(each.net), in_dollars(each.correct)


def _changed(each: Changed, tax_year: int) -> tuple[str, ...]:
    label = f"{each.line.number}: {line_words(each.line.id, tax_year).label}"
    return label, in_dollars(each.original), change_in_dollars(each.net), in_dollars(each.correct)
