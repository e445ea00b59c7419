"""The copy as one page for any browser: without a network, without a script, in the colours that the reader has."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote

from services.privacy.collecting import Collected, Row
from services.words import known, moment, sentence

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: bold; }
th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
"""
_TABLES_WITHIN = ("answers_in_words", "history")


def as_page(collected: Collected) -> str:
    """The whole page. Every value is text in it, whatever it holds."""
    filled = {name: rows for name, rows in collected.parts.items() if rows}
    empty = [sentence(f"your_data.part.{name}") for name, rows in collected.parts.items() if not rows]
    body = [
        f"<h1>{_words('title_of_copy')}</h1>",
        f"<p>{_words('made_at', when=moment(collected.made_at))}</p>",
        f"<p>{_words('about_json')}</p>",
        f"<nav aria-label=\"{_words('contents')}\"><ul>{''.join(map(_entry, filled))}</ul></nav>",
        *(_part(name, rows) for name, rows in filled.items()),
        f"<h2>{_words('empty')}</h2>{_list(empty)}",
        f"<h2>{_words('left_out')}</h2>{_list(dict.fromkeys(collected.not_copied.values()))}",
    ]
    return _document("".join(body))


def _document(body: str) -> str:
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{_words("title_of_copy")}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>"
    )


def _entry(name: str) -> str:
    return f'<li><a href="#{name}">{_words(f"part.{name}")}</a></li>'


def _part(name: str, rows: list[Row]) -> str:
    title = f'<h2 id="{name}">{_words(f"part.{name}")}</h2>'
    if name == "letters":
        return title + "".join(map(_letter, rows))
    if name == "estimates":
        return title + "".join(map(_estimate, rows))
    return title + _table(_words(f"part.{name}"), rows)


def _letter(row: Row) -> str:
    return f"<h3>{escape(row['subject'])}</h3><p>{moment(row['written_at'])}</p><pre>{escape(row['text'])}</pre>"


def _estimate(row: Row) -> str:
    begun = _words("begun", when=moment(row["created_at"]), changed=moment(row["changed_at"]))
    tables = [_table(_words(f"column.{name}"), row[name]) for name in _TABLES_WITHIN if row[name]]
    return f"<h3>{_words('estimate', year=row['tax_year'])}</h3><p>{begun}</p>{''.join(tables)}"


def _table(caption: str, rows: Sequence[Row]) -> str:
    """Ids are for programs: they stand in data.json. A table that is too wide can be moved by keyboard, too."""
    shown = [name for name in rows[0] if name != "id" and not name.endswith("_id")]
    head = "".join(f'<th scope="col">{_words(f"column.{name}")}</th>' for name in shown)
    lines = "".join(f"<tr>{''.join(_cells(row, shown))}</tr>" for row in rows)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _cells(row: Row, shown: list[str]) -> Iterator[str]:
    for name in shown:
        value = row.get(name)
        if name == "file" and value:
            yield f'<td><a href="{quote(value)}">{escape(value)}</a></td>'
        else:
            yield f"<td>{escape(_in_words(name, value))}</td>"


def _in_words(name: str, value: Any) -> str:
    match value:
        case None | "" | []:
            return sentence("your_data.nothing")
        case bool():
            return sentence("elsewhere.value.yes" if value else "elsewhere.value.no")
        case datetime():
            return moment(value)
        case list():
            return ", ".join(str(each) for each in value)
    if name == "act" and known(f"who_looked.act.{value}"):
        return sentence(f"who_looked.act.{value}")
    return str(value)


def _list(entries: Sequence[str] | dict[str, None]) -> str:
    return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in entries)}</ul>"


def _words(code: str, **values: object) -> str:
    return escape(sentence(f"your_data.{code}", **values))
