"""Says when the connection is lost and when it is back, and when a page was too fast and has caught up."""

import json

from nicegui.element import Element

from components.native import element, written
from services.words import sentence

_STATES = ("lost", "held", "back", "fast", "arrived")


def connection_notice(kept: str) -> Element:
    """Words in a live region, in the place of NiceGUI's own pop-up. They stay until the person closes them.

    The frame draws it once. It stays in sight while the page scrolls, and leaves the focus where it is. `kept` says
    that what was typed is kept; it is empty where that is not true.
    """
    words = {state: sentence(f"connection.{state}", kept=kept) for state in _STATES}
    data = {f"data_{state}": said for state, said in words.items()}
    with element("div", "connection", **data) as drawn:
        element("p", role="status", aria_live="polite")
        with element("button", "button quiet", type="button", hidden=True):
            written("span", sentence("connection.close"))
    return drawn


def leaving(words: str, *, to: str = "", forgets_drafts: bool = False, forgets_under: str = "") -> str:
    """What the browser does with a page that nobody may see any more: only the words stay, and it goes on to `to`.

    Without `to` it loads itself anew, a moment later. A page that has just sent a form is on its way already.
    `forgets_under` forgets only what was typed on pages whose path begins so.
    """
    told = {"words": words, "to": to, "forgetsDrafts": forgets_drafts, "forgetsUnder": forgets_under}
    return f"mbtq.leave({json.dumps(told)})"


def giving_up(title: str, words: str, *, again: str) -> str:
    """What the browser does with a page that is held no longer: a title and the words stay, and a button to load it.

    `again` are the words of that button. The page does not load by itself.
    """
    return f"mbtq.giveUp({json.dumps({'title': title, 'words': words, 'again': again})})"
