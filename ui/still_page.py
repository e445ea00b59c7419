"""A page of words alone, for moments when there is no room for more: no script, no socket, nothing kept in memory."""

from collections.abc import Iterable
from functools import cache
from html import escape

from components.brand import DRAWING
from services import words
from ui.bundles import stylesheet
from ui.page_frame import BRAND

_PAGE = """<!DOCTYPE html>
<html lang="en-US">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {brand}</title><link rel="stylesheet" href="{css}"></head>
<body>
<a class="skip" href="#main">Skip to the main part</a>
<header class="top"><div class="wide"><a class="mark" href="/" aria-label="MBTQ, first page">
<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">{drawing}</svg><span>{brand}</span></a></div></header>
<main id="main" tabindex="-1"><div class="wide"><h1>{title}</h1>
{paragraphs}
<div class="row">{links}</div></div></main>
<footer class="foot"><div class="wide row small"><span>Nothing here is sent to the IRS.</span></div></footer>
</body></html>
"""


def still_page(title: str, paragraphs: Iterable[str], *, again: str = "") -> str:
    """The page as HTML. `again` is the address of the page that could not be shown, if it can be opened anew."""
    links = [_link(words.sentence("page.again"), again, "button")] if again else []
    links.append(_link(words.sentence("page.home"), "/", "button quiet" if again else "button"))
    return _PAGE.format(
        title=escape(title),
        brand=BRAND,
        css=_css_path(),
        drawing=DRAWING,
        paragraphs="\n".join(f"<p>{escape(text)}</p>" for text in paragraphs),
        links="".join(links),
    )


def _link(text: str, to: str, classes: str) -> str:
    return f'<a class="{classes}" href="{escape(to)}"><span>{escape(text)}</span></a>'


@cache
def _css_path() -> str:
    return stylesheet().path
