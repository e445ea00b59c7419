"""The forms that somebody copies on paper, for the page and for the document: each with its lines and amounts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from services.returns.answers import Answers, Dependent
from services.returns.explaining.forms import Kind, PaperForm, PaperLine, forms_to_send
from services.returns.questions.people import names_of
from services.tax import Computed
from services.words import dollars, sentence
from services.words.lines import words_of_year


@dataclass(frozen=True, slots=True)
class FormInWords:
    """A form by its name, with a row for each line: its number, what it is, the amount."""

    name: str
    rows: list[tuple[str, str, str]]


def about_the_forms(computed: Computed) -> Iterator[str]:
    """What to know before one copies, what to do with a line that is not told, also that the forms are not out."""
    yield sentence("result.forms.hint")
    yield sentence("result.forms.others")
    law = computed.sheet.law
    if law.forms_of != law.tax_year:
        yield sentence("result.forms.of_another_year", year=law.tax_year, forms_of=law.forms_of)


def forms_in_words(computed: Computed, answers: Answers | None = None) -> list[FormInWords]:
    """Every form that has to be sent."""
    people = names_of(answers.dependents if answers else [Dependent() for _ in computed.given.answer("dependents")])
    forms, tax_year = forms_to_send(computed, answers), computed.given.tax_year
    return [FormInWords(_name(form), list(_rows(form, tax_year, people))) for form in forms]


def heads() -> tuple[str, str, str]:
    """What stands over the columns of a form."""
    line, what, write = (sentence(f"result.paper.{column}") for column in ("line", "what", "write"))
    return line, what, write


def _name(form: PaperForm) -> str:
    return sentence(f"result.forms.of_{form.whose}", form=form.name) if form.whose else form.name


def _rows(form: PaperForm, tax_year: int, people: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for each in form.lines:
        yield each.number, _what(each, tax_year, people), _written(each)


def _what(line: PaperLine, tax_year: int, people: Sequence[str]) -> str:
    if words := words_of_year(tax_year).get(line.words):
        return words.label
    person = people[line.person - 1] if 0 < line.person <= len(people) else ""  # a student may be a filer
    return sentence(f"paper_line.{line.words}", person=person, number=line.person)


def _written(line: PaperLine) -> str:
    if line.kind is Kind.NUMBER:
        return str(line.value)
    if line.kind is Kind.YES:
        return sentence("paper_line.yes")
    if line.kind is Kind.THREE_PLACES:
        return f"{Decimal(line.value) / 1000:.3f}"
    written = Decimal(line.value) / 100
    return dollars(written) if line.kind is Kind.DOLLARS else f"{written:.2f}"
