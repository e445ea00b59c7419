"""A page of words alone, for moments when there is no room for more: no script, no socket, nothing kept in memory."""

from collections.abc import Iterable
from functools import cache
from html import escape
from urllib.parse import quote

from components.brand import DRAWING
from db.values.people import CommunicationPreference
from services import words
from ui.bundles import few_rules, stylesheet
from ui.navigation import FOOT
from ui.page_frame import BRAND

_PAGE = """<!DOCTYPE html>
<html lang="en-US">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {brand}</title>{style}</head>
<body>
<a class="skip" href="#main">Skip to the main part</a>
<header class="top"><div class="wide"><a class="mark" href="/" aria-label="MBTQ, first page">
<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">{drawing}</svg><span>{brand}</span></a>
{talk}</div></header>
<main id="main" tabindex="-1"><div class="wide"><h1>{title}</h1>
{paragraphs}{write}
<div class="row">{links}</div></div></main>
<footer class="foot"><div class="wide small"><p>Nothing here is sent to the IRS.</p>{foot}</div></footer>
</body></html>
"""
SAME_ADDRESS = ""
"""As a link, the address that the browser shows: without knowing it, the page can lead there again."""


def still_page(
    title: str,
    paragraphs: Iterable[str],
    *,
    again: str | None = None,
    ways: Iterable[tuple[str, str]] = (),
    write_to: str = "",
    talk: CommunicationPreference | None = None,
    alone: bool = False,
) -> str:
    """The page as HTML. `again` is the address of the page that could not be shown, if it can be opened anew.

    `ways` are more ways to go on: their words and their paths. `write_to` is an address of ours. `talk` is how we talk
    with the reader; nobody knows it in a file.

    `alone` is for a file that is shown while nothing else of ours answers: it brings its style along, and leads
    nowhere else.
    """
    links = [] if again is None else [_link(words.sentence("page.again"), again, "button")]
    links += [_link(text, path, "button quiet") for text, path in ways]
    links += [] if alone else [_link(words.sentence("page.home"), "/", "button quiet" if links else "button")]
    return _PAGE.format(
        title=escape(title),
        brand=BRAND,
        style=f"<style>\n{few_rules('brand', 'button')}</style>" if alone else _style(),
        drawing=DRAWING,
        talk=_talk(talk, again) if talk else "",
        paragraphs="\n".join(f"<p>{escape(text)}</p>" for text in paragraphs),
        write=_write(write_to) if write_to else "",
        links="".join(links),
        foot="" if alone else _foot(),
    )


def _talk(by: CommunicationPreference, again: str | None) -> str:
    """As the header of every page says it, with the way to choose and back."""
    spoken = escape(words.sentence(f"talk.{by}.by"))
    to = f"/talk?next={quote(again)}" if again else "/talk"
    change = f'<a href="{escape(to)}">Change<span class="visually-hidden"> how we talk</span></a>'
    return f'<div class="talk"><span>We talk by <strong>{spoken}</strong></span>{change}</div>'


def _write(email: str) -> str:
    return f'\n<p>{escape(words.sentence("page.write"))} {_link(email, f"mailto:{email}")}</p>'


def _link(text: str, to: str, classes: str = "") -> str:
    return f'<a class="{classes}" href="{escape(to)}"><span>{escape(text)}</span></a>'


def _foot() -> str:
    links = "".join(f"<li>{_link(label, path)}</li>" for label, path in FOOT)
    return f'<nav aria-label="About this site"><ul>{links}</ul></nav>'


@cache
def _style() -> str:
    return f'<link rel="stylesheet" href="{stylesheet().path}">'
