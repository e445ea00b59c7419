"""What a line is called and where it is printed: the same for everybody, and so put together once."""

from functools import cache

from services.tax.cells import Line

_PHASED_IN = {"8995.4": "2", "8995.5": "16", "8995.14": "36"}
"""By the id of a line of Form 8995: its number on Form 8995-A, which is for who has an income above the threshold."""


@cache
def printed(line: Line, tax_year: int, forms_of: int, *, phased_in: bool) -> tuple[str, str, str, str, str, str]:
    """Its id, topic, form, number, label and source in one year. `forms_of` is the year of the forms that are out.

    `phased_in` is whether the business deduction of this person begins to shrink.
    """
    form, number = line.form, line.number
    if phased_in and line.name in _PHASED_IN:
        form, number = "Form 8995-A", _PHASED_IN[line.name]
    source = _source(form, number, tax_year, forms_of) if number else line.source
    return line.name, topic_of(line), form, number, line.label, source


def _source(form: str, number: str, tax_year: int, forms_of: int) -> str:
    """The form with its year. Before a year's forms are out, the line numbers are those of the year before."""
    place = f"{form}, line {number} ({forms_of})"
    return place if forms_of == tax_year else f"{place}; the {tax_year} form is not published yet"


def topic_of(line: Line) -> str:
    """The topic that a line belongs to: one of services.tax.lines.TOPICS."""
    return line.formula.__module__.rpartition(".")[2]
