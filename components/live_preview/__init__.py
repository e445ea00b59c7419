"""Choices about the screen that the page shows at once."""

from nicegui.element import Element

from components.native import element


def live_preview() -> Element:
    """Put choices into it that are named like what the html tag says: `theme`, `text_size`, `motion` and their like.

    The whole page is the preview: it looks as was chosen until the person saves, or leaves and nothing was changed.
    The focus stays, and nothing is sent. Say so before it, because the page then looks different (WCAG 3.2.2).
    """
    return element("div", data_live_preview="")
