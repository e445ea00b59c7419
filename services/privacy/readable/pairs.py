"""A row in words: what each column is called and what stands in it. Ids and what is empty are left out."""

from collections.abc import Iterator
from datetime import date, datetime
from html import escape
from typing import Any
from urllib.parse import quote

from services.intake.who.states import name_of
from services.privacy.collecting import Collected, Row
from services.privacy.readable.coded import CODED
from services.privacy.readable.markup import Markup, day, text, time
from services.privacy.readable.pair import Pair
from services.privacy.readable.special import SPECIAL
from services.words import capitalised, known, sentence
from services.words.sizes import size_in_words

_NOT_SHOWN = frozenset(
    {
        ("browser_session", "system"),
        ("passkey", "aaguid"),
        ("organisation_link", "subject"),
        ("review_event", "revision"),
        ("review_event", "law"),
        ("review_event", "by_you"),
        ("interpreter_step", "by_us"),
        ("consent", "recipient"),
        ("audit_record", "by_you"),
        ("audit_record", "as_role"),
        ("audit_record", "subject_table"),
        ("trusted_access", "ended_by"),
    }
)
"""Names that programs use, and what another column of the row says already. All of it is in data.json."""


def pairs_of(table: str, row: Row, copy: Collected) -> Iterator[Pair]:
    """The row of a table, in the order of its columns."""
    for column, value in row.items():
        if special := SPECIAL.get((table, column)):
            yield from (pair for pair in special(row, copy) if pair.said)
        elif is_shown(table, column) and (said := _in_words(table, column, value)):
            yield Pair(term_of(table, column), said)


def is_shown(table: str, column: str) -> bool:
    """Whether the page says it as it stands."""
    return column != "id" and not column.endswith("_id") and (table, column) not in _NOT_SHOWN


def term_of(table: str, column: str) -> str:
    """What a column is called: in this table, else in any."""
    here = f"your_data.column_of.{table}.{column}"
    return sentence(here if known(here) else f"your_data.column.{column}")


def _in_words(table: str, column: str, value: Any) -> Markup:
    if value in (None, "", []):
        return Markup("")
    if column == "file":
        return Markup(f'<a href="{quote(value)}">{escape(value.partition("/")[2])}</a>')
    if isinstance(value, date):
        return time(value) if isinstance(value, datetime) else day(value)
    return text(_plainly(table, column, value))


def _plainly(table: str, column: str, value: Any) -> str:
    if coded := CODED.get((table, column)):
        return capitalised(coded.in_words(value))
    if isinstance(value, bool):
        return capitalised(sentence("elsewhere.value.yes" if value else "elsewhere.value.no"))
    if column == "residence":
        return name_of(value)
    return size_in_words(value) if column == "size_bytes" else str(value)
