"""The states of table."""

from collections.abc import Callable

from components.link import link
from components.table import Cell, Column, table

COSTS = [Column("Cost"), Column("Changes refund by", "figure")]
QUEUE = [
    Column("Customer", sortable=True),
    Column("Talks by", sortable=True),
    Column("About"),
    Column("Waiting", "figure", sortable=True),
]
LETTERS = [Column("Letter", sortable=True), Column("Sent on"), Column("Pages", "figure", sortable=True)]


def two_columns() -> None:
    """Two columns, with figures to compare"""
    table("What each cost changes", COSTS, [("Hearing aids", "$412"), ("Interpreter at work", "$0")])


def sortable() -> None:
    """Sortable, with links, and longest first by a press"""
    people = [
        ("Rosa M.", "ASL, VRI", "Review of 2025 return", 42),
        ("Lee K.", "Captioned call", "Hearing-aid rider", 5),
    ]
    table(
        "Waiting now",
        QUEUE,
        [
            (Cell(name, draw=_leads_to(name)), talk, about, Cell(f"{minutes} min", minutes))
            for name, talk, about, minutes in people
        ],
    )


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


def _leads_to(name: str) -> Callable[[], object]:
    return lambda: link(name, "#")
