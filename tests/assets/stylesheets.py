"""Our stylesheets, read as text: which tokens there are, and what colour each has in a theme."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOKENS = ROOT / "assets" / "css" / "tokens.css"
OTHERS = sorted(
    [*(ROOT / "assets" / "css" / name for name in ("frame.css", "print.css")), *(ROOT / "components").rglob("*.css")]
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_PAIR = re.compile(r"light-dark\((#\w+),\s*(#\w+)\)")


def rules_of(path: Path) -> str:
    """The stylesheet without its comments."""
    return _COMMENT.sub("", path.read_text(encoding="utf-8"))


def block_after(selector: str) -> dict[str, str]:
    """The tokens that a selector of tokens.css sets, where it sets more than the colour scheme."""
    blocks = re.findall(re.escape(selector) + r"\s*{([^{}]*)}", rules_of(TOKENS))
    return {name: value for block in blocks for name, value in _TOKEN.findall(block)}


def colours(theme: str) -> dict[str, str]:
    """Each colour token as #rrggbb in a theme: light, dark, contrast, or contrast-light as a system may ask for it."""
    tokens = block_after(":root")
    if theme.startswith("contrast"):
        tokens |= block_after(':root[data-theme="contrast"]')
    place = 0 if theme.endswith("light") else 1
    found: dict[str, str] = {}
    for name, value in tokens.items():
        if pair := _PAIR.fullmatch(value):
            found[name] = _long(pair.groups()[place])
        elif value.startswith("#"):
            found[name] = _long(value)
    return found


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2.2 defines it: 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * figure for figure in colour[1:])


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
