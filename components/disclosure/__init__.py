"""More about something, for those who want it."""

from collections.abc import Callable

from nicegui.element import Element

from components.native import element, written
from services.words import sentence


def disclosure(
    summary: str,
    *,
    above: str = "",
    opened: bool = False,
    on_open: Callable[[], None] | None = None,
    fill: Callable[[], object] | None = None,
    drafts_in: str = "",
) -> Element:
    """Native details: opens with Enter, Space or a press, and says whether it is open. Put the content into it.

    `above` is as in `summary_line`. `fill` draws the content once, when the person turns to the line or opens it, so
    that it costs the page nothing before; at once if it is `opened`. Until it is there, words in its place say so, take
    the focus, and hand what is typed meanwhile to the first field. `on_open` is told each time that it is opened.
    With `drafts_in`, the beginning of the draft keys of its fields, it opens by itself when one was left half typed.
    """
    with element("details", open=opened, data_drafts_in=drafts_in or None) as drawn:
        summary_line(summary, above=above)
        if fill and opened:
            fill()
        elif fill:
            _fill_when_wanted(drawn, fill)
    if on_open:
        when_opened(drawn, on_open)
    return drawn


def summary_line(words: str, *, above: str = "") -> Element:
    """The line that opens and closes the details around it. A figure that is put into it stands at its right end.

    `above` is a short line over the words, such as the number of a line.
    """
    with element("summary") as drawn, element("span"):
        if above:
            written("span", above, "above soft small")
        written("span", words)
    return drawn


def when_opened(details: Element, act: Callable[[], None]) -> None:
    """Act each time that a person opens the details."""
    details.on("toggle", act, args=[], js_handler="(e) => e.target.open && emit()")


def until_filled(details: Element, when_wanted: Callable[[], None]) -> Element:
    """Words in the place of what is not drawn yet; delete them when it is. They take the focus and keep what is typed.

    The script asks `when_wanted` again until they are gone, because what is sent over a lost connection never arrives.
    """
    with details:
        coming = written("div", sentence("disclosure.coming"), "coming", tabindex="0")
    details.on("wanted", when_wanted, args=[])
    return coming


def _fill_when_wanted(drawn: Element, fill: Callable[[], object]) -> None:
    def fill_once() -> None:
        if not coming.is_deleted:
            coming.delete()
            with drawn:
                fill()

    coming = until_filled(drawn, fill_once)
