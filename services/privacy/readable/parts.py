"""One part of the page: a heading, and each row under it as a list of terms; many short rows are a table."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from services.privacy.collecting import Collected, Row
from services.privacy.readable.markup import Markup, day, text, time
from services.privacy.readable.pair import Pair
from services.privacy.readable.pairs import pairs_of
from services.privacy.readable.special import outcome_in_words
from services.words import sentence

_NAMED_BY = frozenset({"feedback", "passkey", "document", "organisation_link", "consent", "review", "partner_client"})
"""Tables whose rows people know by what the first column says."""
_AS_TABLE = "audit_record"


def part(name: str, rows: Sequence[Row], copy: Collected) -> Markup:
    """The whole part. A single row needs no heading of its own."""
    title = words(f"part.{name}")
    heading = f'<h2 id="{anchor(name)}">{title}</h2>'
    if name == "letters":
        return Markup(heading + "".join(map(_letter, rows)))
    if name == "estimates":
        return Markup(heading + "".join(map(_estimate, rows)))
    if name == "document_page":
        rows = list(_pages_with_text(rows))
    told = [_first_named(name, list(pairs_of(name, row, copy))) for row in rows]
    if name == _AS_TABLE:
        return Markup(heading + _table(title, told))
    return Markup(heading + "".join(_record(name, pairs, number, len(rows)) for number, pairs in enumerate(told, 1)))


def anchor(name: str) -> str:
    """Where the list of contents leads."""
    return name.replace("_", "-")


def words(code: str, **values: object) -> Markup:
    """Words of this page, as text in it."""
    return text(sentence(f"your_data.{code}", **values))


def _pages_with_text(rows: Sequence[Row]) -> Iterator[Row]:
    """Pages of documents, those without text left out. Of a document that has none at all, it is said once."""
    told = {row["document_id"] for row in rows if row["text"]}
    for row in rows:
        if row["text"]:
            yield row
        elif row["document_id"] not in told:
            told.add(row["document_id"])
            yield {"document_id": row["document_id"], "text": sentence("your_data.no_text")}


def _first_named(name: str, pairs: list[Pair]) -> list[Pair]:
    called = sentence("your_data.column.name")
    return sorted(pairs, key=lambda pair: pair.term != called) if name in _NAMED_BY else pairs


def _record(name: str, pairs: list[Pair], number: int, most: int) -> str:
    heading = ""
    if name in _NAMED_BY and pairs:
        first, *pairs = pairs
        heading = f"<h3>{number}. {escape(first.term)}: {first.said}</h3>"
    elif most > 1:
        heading = f"<h3>{words('number', number=number)}</h3>"
    return f'<section class="record">{heading}{_pairs(pairs)}</section>'


def _pairs(pairs: Sequence[Pair]) -> str:
    told = "".join(f"<div><dt>{escape(each.term)}</dt><dd>{each.said}</dd></div>" for each in pairs)
    return f"<dl>{told}</dl>" if pairs else ""


def _table(caption: str, rows: Sequence[Sequence[Pair]]) -> str:
    """A column that is empty in every row is left out. A table that is too wide can be moved by keyboard, too."""
    filled = {each.term for row in rows for each in row if each.said}
    terms = [term for term in dict.fromkeys(each.term for row in rows for each in row) if term in filled]
    head = "".join(f'<th scope="col">{escape(term)}</th>' for term in terms)
    lines = "".join(f"<tr>{_cells(terms, {each.term: each.said for each in row})}</tr>" for row in rows)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _cells(terms: Sequence[str], row: dict[str, Markup]) -> str:
    return "".join(f"<td>{row.get(term, '')}</td>" for term in terms)


def _letter(row: Row) -> str:
    written = f"<p>{time(row['written_at'])}</p>"
    return f'<section><h3>{text(row["subject"])}</h3>{written}<p class="lines">{escape(row["text"])}</p></section>'


def _estimate(row: Row) -> str:
    when = [("begun", row["created_at"]), ("changed_at", row["changed_at"]), ("removed_at", row["removed_at"])]
    dates = _pairs([Pair(sentence(f"your_data.column.{name}"), time(at)) for name, at in when if at])
    heading = f"<h3>{words('estimate', year=row['tax_year'])}</h3>{dates}{''.join(map(_filed, row['filed']))}"
    tables = [_within(name, row[name]) for name in ("answers_in_words", "history") if row[name]]
    return f"<section>{heading}{''.join(tables)}</section>"


def _filed(each: Row) -> str:
    told = [
        Pair(sentence("your_data.column.filed_on"), day(each["filed_on"])),
        Pair(sentence("your_data.column.outcome"), text(outcome_in_words(each["outcome"]))),
        *([Pair(sentence("your_data.column.reason"), text(each["reason"]))] if each["reason"] else []),
    ]
    answers = each["answers_in_words"]
    return f"<h4>{words('filed')}</h4>{_pairs(told)}{_within('answers_filed', answers) if answers else ''}"


def _within(name: str, rows: Sequence[Row]) -> str:
    """Answers, or how they changed: what the page of the estimate says."""
    told = [[_said(column, value) for column, value in row.items()] for row in rows]
    return _table(sentence(f"your_data.caption.{name}"), told)


def _said(column: str, value: object) -> Pair:
    said = time(value) if isinstance(value, datetime) else text(str(value))
    return Pair(sentence(f"your_data.column.{column}"), said)
