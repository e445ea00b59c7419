"""Changes of answers as a table, the newest first: what was asked, before and after, who and when."""

from collections.abc import Callable, Sequence

from components.table import Column, table
from services.returns.changes import ToldChange
from services.words import moment, sentence

ROWS_ON_PAGE = 10
_COLUMNS = ("question", "before", "after", "who", "when")


def changes_table(caption: str, changes: Sequence[ToldChange], *, who: Callable[[ToldChange], str]) -> None:
    """Draw them; `who` says who made one."""
    columns = [Column(sentence(f"changes.{name}")) for name in _COLUMNS]
    rows = [
        (each.question, as_answered(each.before), as_answered(each.after), who(each), moment(each.at))
        for each in changes
    ]
    table(caption, columns, rows, rows_on_page=ROWS_ON_PAGE, empty=sentence("changes.none"), hidden_caption=True)


def as_answered(words: str) -> str:
    """An answer before or after a change, also where there was none."""
    return words or sentence("changes.nothing")
