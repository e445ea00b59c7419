"""More about something, for those who want it."""

from collections.abc import Callable

from nicegui.element import Element

from components.native import element, written


def disclosure(
    summary: str,
    *,
    value: str = "",
    above: str = "",
    opened: bool = False,
    on_open: Callable[[], None] | None = None,
    drafts_in: str = "",
) -> Element:
    """Native details: opens with Enter, Space or a press, and says whether it is open. Put the content into it.

    `value` is a figure at the right end of the line, `above` a short line over the words, such as the number of a line.
    `on_open` draws what takes long to draw, when the person opens it; it is told again each time.
    With `drafts_in`, the beginning of the draft keys of its fields, it opens by itself when one was left half typed.
    """
    with element("details", open=opened, data_drafts_in=drafts_in or None) as drawn, element("summary"):
        with element("span"):
            if above:
                written("span", above, "above soft small")
            written("span", summary)
        if value:
            written("span", value, "num")
    if on_open:
        drawn.on("toggle", on_open, args=[], js_handler="(e) => e.target.open && emit()")
    return drawn
