"""What is answered but not saved survives a reload and a dead connection, in this tab only. The work is in drafts.js;
draft_store.js seals what the tab keeps of it, whose_drafts.js says whose that is, and unsaved.js tells of it on another
page.

Every field takes part, under its name and that of its form, unless it opts out (components/field). A draft is committed
again when the page is back; if another answer has been saved meanwhile, the DOM event `stale` comes before it. It goes
away when it is saved, when its form is taken, at sign-out (`form(..., clears_drafts=True)`, or from elsewhere) and
when the tab belongs to another person. Secrets are never kept.
"""

from html import escape

from nicegui import ui
from nicegui.element import Element

from components.native import element


def drafts_belong_to(owner: str, *, key: str = "", end_with_session: bool = False, not_taken: bool = False) -> None:
    """Say on this page whose drafts may be restored here; the frame calls it once. Those of others are deleted.

    `owner` is anything that differs between people and says nothing about them. Without it, a word that one person
    left half typed on a shared computer would be committed for the next. A page that can't know whose they are does not
    say it, and leaves them all alone. `key` is theirs, 32 bytes in base64, which the script takes off the page; without
    one, nothing that is typed outlives the page. When their session is over, drafts wait in the tab for them, unless
    those of this page `end_with_session`. `not_taken` is for the page on which a form comes back, and for one on which
    its person has to come in first: what was sent with it waits on, until it is taken.
    """
    with_key = f' data-key="{escape(key)}"' if key else ""
    ends = " data-end-with-session" if end_with_session else ""
    waits = " data-not-taken" if not_taken else ""
    ui.add_head_html(f'<meta name="draft-owner" content="{escape(owner)}"{with_key}{ends}{waits}>')


def drafts_are_of(box: Element, thing: str) -> None:
    """Keep the drafts of what is drawn in this box apart from those of another thing that is filled in on this page."""
    box.props["data-drafts-of"] = thing


def without_drafts() -> Element:
    """What is drawn in it shows the values that it was drawn with: drafts of it from before are forgotten."""
    return element("div", data_drops_drafts="")


def while_unsaved(thing: str) -> Element:
    """What is drawn in it is shown only where this tab keeps an answer of the thing that another page did not save.

    The first link in it, if there is one, leads to that page, which judges the answer again.
    """
    return element("div", data_unsaved_of=thing, hidden=True)


def only_if_saved(drawn: Element, *, wanted: bool = True) -> None:
    """Show this only while the page neither tells of an answer that is not saved nor has a field with an error."""
    drawn.classes(add="if-saved" if wanted else None, remove=None if wanted else "if-saved")
