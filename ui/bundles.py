"""One stylesheet and one script for every page, put together at start from the tokens, the frame and the components.

Their address holds a hash of their content, so browsers may keep them for ever.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, Response

_COMPONENTS = Path(__file__).parents[1] / "components"
_CSS = Path(__file__).parents[1] / "assets" / "css"
_OF_EVERY_PAGE = (_CSS / "tokens.css", _CSS / "frame.css")
_ON_PAPER = _CSS / "print.css"
_FONTS = re.compile(r"@font-face \{.*?\n\}\n", re.DOTALL)
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file that is served from memory."""

    path: str
    media_type: str
    content: bytes


def stylesheet() -> Bundle:
    """Tokens first, then the frame, then each component's own rules; last what is other on paper."""
    return _bundle("css", "text/css", [*_OF_EVERY_PAGE, *_of_components("css"), _ON_PAPER])


def few_rules(*components: str) -> str:
    """The tokens, the frame and a few components' own rules as text, for a file that has to stand alone."""
    parts = [*_OF_EVERY_PAGE, *(_COMPONENTS / name / f"{name}.css" for name in components)]
    return _FONTS.sub("", "\n".join(part.read_text(encoding="utf-8") for part in parts))


def script() -> Bundle:
    """Each component's script, by the order of their paths; every component is self-contained."""
    return _bundle("js", "text/javascript", _of_components("js"))


def router(*bundles: Bundle) -> APIRouter:
    """Routes that serve the bundles."""
    routes = APIRouter()
    for bundle in bundles:
        routes.add_api_route(bundle.path, _serving(bundle), include_in_schema=False)
    return routes


def head_html(css: Bundle, js: Bundle) -> str:
    """What the head of every page says about them."""
    return (
        f'<link rel="stylesheet" href="{css.path}">'
        f'<script defer src="{js.path}"></script>'
        '<meta name="format-detection" content="telephone=no">'
    )


def _of_components(suffix: str) -> list[Path]:
    return sorted(_COMPONENTS.glob(f"*/*.{suffix}"))


def _bundle(suffix: str, media_type: str, parts: list[Path]) -> Bundle:
    content = b"\n".join(part.read_bytes() for part in parts)
    return Bundle(f"/assets/site.{sha256(content).hexdigest()[:12]}.{suffix}", media_type, content)


def _serving(bundle: Bundle) -> Callable[[], Awaitable[Response]]:
    async def serve() -> Response:
        return Response(bundle.content, media_type=bundle.media_type, headers=_FOR_EVER)

    return serve
