"""What a line is called and where it is printed: the same for everybody, and so put together once."""

from functools import cache

from services.tax.cells import Line


@cache
def printed(line: Line, tax_year: int, forms_of: int) -> tuple[str, str, str, str, str, str]:
    """Its id, topic, form, number, label and source in one year. `forms_of` is the year of the forms that are out."""
    return line.name, topic_of(line), line.form, line.number, line.label, _source(line, tax_year, forms_of)


def _source(line: Line, tax_year: int, forms_of: int) -> str:
    """The form with its year. Before a year's forms are out, the line numbers are those of the year before."""
    if not line.number:
        return line.source
    place = f"{line.form}, line {line.number} ({forms_of})"
    return place if forms_of == tax_year else f"{place}; the {tax_year} form is not published yet"


def topic_of(line: Line) -> str:
    """The topic that a line belongs to: one of services.tax.lines.TOPICS."""
    return line.formula.__module__.rpartition(".")[2]
