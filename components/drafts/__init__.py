"""Text that is typed but not committed survives a reload of the page, in this tab only. The work is in drafts.js.

Text components take part through their `draft_key`. A draft goes away when its text is committed, when its form is
posted, at sign-out (`form(..., clears_drafts=True)`) and when the tab belongs to another person. Passwords and other
secrets have no key and are never kept.
"""

from html import escape

from nicegui import ui


def drafts_belong_to(owner: str) -> None:
    """Say on this page whose drafts may be restored here; the frame calls it once. Those of others are deleted.

    `owner` is anything that differs between people and says nothing about them. Without it, a word that one person
    left half typed on a shared computer would be committed for the next.
    """
    ui.add_head_html(f'<meta name="draft-owner" content="{escape(owner)}">')
