"""Text that is typed but not committed survives a reload of the page, in this tab only. The work is in drafts.js.

Text components take part through their `draft_key`. A draft goes away when its text is committed, when its form is
posted, at sign-out (`form(..., clears_drafts=True)`) and when the tab belongs to another person. Passwords and other
secrets have no key and are never kept.
"""

from html import escape

from nicegui import ui
from nicegui.element import Element

from components.native import element


def drafts_belong_to(owner: str) -> None:
    """Say on this page whose drafts may be restored here; the frame calls it once. Those of others are deleted.

    `owner` is anything that differs between people and says nothing about them. Without it, a word that one person
    left half typed on a shared computer would be committed for the next.
    """
    ui.add_head_html(f'<meta name="draft-owner" content="{escape(owner)}">')


def without_drafts() -> Element:
    """What is drawn in it shows the values that it was drawn with: drafts of it from before are forgotten."""
    return element("div", data_drops_drafts="")
