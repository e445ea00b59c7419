"""What is asked about a document, when it is added and when it is moved."""

from components.choice_group import Choice
from components.field import Commit, Field
from components.select import select
from db.values.documents import DocumentCategory
from services.words import sentence

_YEARS_BACK = 10


def category_field(value: str, *, error: str = "", hint: str = "", on_commit: Commit[str] | None = None) -> Field[str]:
    """What the document is."""
    options = [Choice(str(each), sentence(f"document.category.{each}")) for each in DocumentCategory]
    return select(
        sentence("documents.category"),
        options,
        value=value,
        name="category",
        error=error,
        hint=hint,
        on_commit=on_commit,
    )


def year_field(value: str, *, this_year: int, error: str = "", on_commit: Commit[str] | None = None) -> Field[str]:
    """The tax year that it belongs to, the newest first; one that is longer ago is there if it is the value."""
    years = [str(year) for year in range(this_year, this_year - _YEARS_BACK, -1)]
    options = [Choice("", sentence("documents.no_year")), *(Choice(year, year) for year in years)]
    if value and value not in years:
        options.append(Choice(value, value))
    return select(sentence("documents.year"), options, value=value, name="tax_year", error=error, on_commit=on_commit)
