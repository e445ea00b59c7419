"""Every line of the result in the document, down to what was typed, and the forms to copy them onto."""

from collections.abc import Iterator, Mapping

from components.worksheet import WorksheetLine
from services.returns.answers import Answers
from services.returns.estimate import Estimate
from services.tax import Computed
from services.typesetting import Cell, Heading, Note, Part, Table, Text
from services.words import sentence
from ui.estimate.lines.worksheet import lines_in_words
from ui.result.forms_in_words import about_the_forms, forms_in_words, heads
from ui.reviews.noted import Notes, note_by


def lines_on_paper(estimate: Estimate, notes: Notes) -> Iterator[Part]:
    """One table: each line with what it means, its source, what it comes from, and what a preparer noted at it."""
    yield Heading(sentence("result.page.lines"))
    told = lines_in_words(estimate, place_of=lambda _: "", costs_path="")
    by_key = {line.key: line for line in told}
    rows: list[list[Cell]] = [
        [line.place, [line.label, *_said(line, by_key), *_noted(notes, line.key)], line.amount] for line in told
    ]
    columns = [sentence(f"result.paper.{column}") for column in ("line", "what", "amount")]
    yield Table(sentence("result.paper.lines"), columns, rows)


def forms_on_paper(result: Computed, answers: Answers) -> Iterator[Part]:
    """A table for each form that has to be sent."""
    yield Heading(sentence("result.forms.title"))
    yield from map(Text, about_the_forms(result))
    for form in forms_in_words(result, answers):
        yield Heading(form.name, 3)
        yield Table(sentence("result.forms.caption", form=form.name), heads(), form.rows)


def _said(line: WorksheetLine, every: Mapping[str, WorksheetLine]) -> Iterator[str]:
    yield line.explanation
    yield from line.worked_out
    yield line.source
    if above := [every[key] for key in line.comes_from]:
        yield sentence("worksheet.comes_from")
        yield from (sentence("result.paper.from_line", name=each.label, amount=each.amount) for each in above)
    if line.typed:
        yield sentence("worksheet.typed")
        for entry in line.typed:
            code = "typed" if entry.figure else "typed_elsewhere"
            yield sentence(f"result.paper.{code}", question=entry.label, answer=entry.figure)


def _noted(notes: Notes, line: str) -> list[Note]:
    return [Note(note_by(each), each.text) for each in notes.get(line, ())]
