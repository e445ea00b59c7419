"""Says when the connection is lost and when it is back, and when a page was too fast for the server."""

from nicegui.element import Element

from components.native import element, written
from services.words import sentence


def connection_notice() -> Element:
    """Words in a live region, in the place of NiceGUI's own pop-up. They stay until the person closes them.

    The frame draws it once. It stays in sight while the page scrolls, and leaves the focus where it is.
    """
    words = {state: sentence(f"connection.{state}") for state in ("lost", "back", "fast")}
    data = {f"data_{state}": said for state, said in words.items()}
    with element("div", "connection", **data) as drawn:
        element("p", role="status", aria_live="polite")
        with element("button", "button quiet", type="button", hidden=True):
            written("span", sentence("connection.close"))
    return drawn
