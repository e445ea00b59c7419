"""The states of table."""

from components.link import link
from components.table import Cell, Column, Row, table
from components.tag import Kind, tag

COSTS = [Column("Cost"), Column("Changes refund by", "figure")]
QUEUE = [
    Column("Customer", sortable=True),
    Column("Talks by", sortable=True),
    Column("Waiting", "figure", sortable=True),
    Column("State"),
]
LETTERS = [Column("Letter", sortable=True), Column("Sent on"), Column("Pages", "figure", sortable=True)]


def two_columns() -> None:
    """Two columns, with figures to compare"""
    table("What each cost changes", COSTS, [("Hearing aids", "$412"), ("Interpreter at work", "$0")])


def sortable() -> None:
    """Sortable, with links and tags"""
    rows = [
        _waiting("Rosa M.", "ASL, VRI", 42, "Waiting", "warn"),
        _waiting("James T.", "Text", 12, "New", "plain"),
        _waiting("Lee K.", "Captioned call", 5, "With you", "good"),
    ]
    table("Waiting now", QUEUE, rows)


def paged() -> None:
    """Paged, five rows at a time"""
    rows = [(f"Letter {number}", f"April {number}, 2026", Cell(str(number % 4 + 1))) for number in range(1, 13)]
    table("Letters to you", LETTERS, rows, rows_on_page=5)


def long_words() -> None:
    """Long words"""
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    table("Long words", [*COSTS, Column("Note")], [(word, "$1,234,567.89", f"https://www.example.com/{word}")])


def empty() -> None:
    """Empty, with what to do"""
    table("Your receipts", COSTS, [], empty="There is no receipt yet. Add the first one below.")


def _waiting(name: str, talks_by: str, minutes: int, state: str, kind: Kind) -> Row:
    customer = Cell(name, draw=lambda: link(name, "#"))
    return customer, talks_by, Cell(f"{minutes} min", minutes), Cell(state, draw=lambda: tag(state, kind))
