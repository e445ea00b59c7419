"""A question that must be answered before a person goes on."""

import json

from nicegui.element import Element

from components.icon import icon
from components.native import element, written
from services.words import sentence


class Dialog:
    """A native modal dialog, named by its heading. Open it with `with` to put content and buttons into it.

    `opened_by` is the button that opens it, in the browser itself. The focus goes to the heading, stays inside, and
    goes back to the button. Escape and a button with the word "Close" close it; a press beside it does not, so nothing
    typed is lost by a slip. What the page says to screen readers is said in it while it is open. What it holds beside
    its question must also be reachable on a page: it is never the only way.
    """

    def __init__(self, title: str, *, opened_by: Element) -> None:
        with element("dialog", "dialog") as self._box:
            with element("div", "dialog-head"):
                heading = written("h2", title, tabindex="-1")
                with element("button", "button quiet", type="button", data_closes=""):
                    icon("circle-x")
                    written("span", sentence("dialog.close"))
            self._content = element("div")
            element("div", "visually-hidden", role="status", data_echo="")
        self._box.props["aria-labelledby"] = heading.html_id
        opened_by.props["data-opens"] = self._box.html_id
        opened_by.props["aria-haspopup"] = "dialog"

    def __enter__(self) -> "Dialog":
        self._content.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        self._content.__exit__(*problem)

    def way_out(self, text: str) -> None:
        """The answer that changes nothing: it closes the dialog in the browser itself. Draw it before the other."""
        with element("button", "button", type="button", data_closes=""):
            written("span", text)

    def close(self) -> None:
        """Close it, when what it asked is answered."""
        self._box.client.run_javascript(f"document.getElementById({json.dumps(self._box.html_id)}).close()")
