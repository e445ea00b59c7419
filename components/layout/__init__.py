"""The shapes that a page is made of. Each is opened with `with`, so that indentation mirrors the page."""

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui.element import Element

from components.native import element
from components.prose import heading


def row() -> Element:
    """Things side by side, wrapping when the screen is narrow."""
    return element("div", "row")


def with_side(*, even: bool = False) -> Element:
    """A column to read and one beside it; under 60rem the second follows the first. Put `column` and `side` into it.

    A `side` that stands first is read first, and comes first on a narrow screen; on a wide one it is at the side too.
    """
    return element("div", "with-side even" if even else "with-side")


def column() -> Element:
    """The column to read."""
    return element("div")


def reading_only() -> Element:
    """The column to read, with fields that nobody can fill in. Buttons in it are left out; what unfolds, unfolds.

    Its fields look as locked ones do (components/field).
    """
    return element("fieldset", "reading-only closed", disabled=True)


def side(label: str, *, stays: bool = False, on_card: bool = False, so_far: bool = False) -> Element:
    """What stays true while the person works, as a named landmark. `stays` keeps it in view on a wide screen."""
    wanted = {"stays": stays, "card": on_card or so_far, "so-far": so_far}
    return element("aside", " ".join(name for name, on in wanted.items() if on), aria_label=label)


@contextmanager
def section(title: str, *, level: int = 2, hidden: bool = False) -> Iterator[Element]:
    """A part of the page that its heading names."""
    with element("section") as drawn:
        drawn.props["aria-labelledby"] = heading(title, level, hidden=hidden).html_id
        yield drawn
