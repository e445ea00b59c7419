"""The copy as one page for any browser: without a network, without a script, in the colours that the reader has."""

from collections.abc import Sequence

from services.privacy.collecting import Collected
from services.privacy.readable.markup import Markup, bullets, time
from services.privacy.readable.parts import anchor, part, words
from services.privacy.readable.style import STYLE
from services.words import sentence

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_page(copy: Collected) -> str:
    """The whole page. Every value is text in it, whatever it holds."""
    filled = {name: rows for name, rows in copy.parts.items() if rows}
    empty = [sentence(f"your_data.part.{name}") for name, rows in copy.parts.items() if not rows]
    last = {"empty": empty, "left_out": [*dict.fromkeys(copy.not_copied.values())]}
    last = {name: entries for name, entries in last.items() if entries}
    return _document(
        f"<h1>{words('title_of_copy')}</h1>"
        f"<p>{words('made_at')} {time(copy.made_at)}.</p><p>{words('about_json')}</p><p>{words('about_times')}</p>"
        f'<nav aria-labelledby="contents"><h2 id="contents">{words("contents")}</h2>'
        f"{_contents([*filled], [*last])}</nav>"
        f"{''.join(part(name, rows, copy) for name, rows in filled.items())}"
        f"{''.join(_last(name, entries) for name, entries in last.items())}"
    )


def _document(body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{words("title_of_copy")}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>"
    )


def _contents(parts: Sequence[str], last: Sequence[str]) -> Markup:
    ways = [(anchor(name), words(f"part.{name}")) for name in parts]
    ways += [(anchor(name), words(name)) for name in last]
    entries = [f'<li><a href="#{to}">{called}</a></li>' for to, called in ways]
    return Markup(f"<ul>{''.join(entries)}</ul>")


def _last(name: str, entries: Sequence[str]) -> str:
    return f'<h2 id="{anchor(name)}">{words(name)}</h2>{bullets(entries)}'
