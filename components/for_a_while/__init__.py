"""What is good for a while only, such as a code: it goes by itself when that is over."""

from nicegui.element import Element

from components.native import element


def for_a_while(seconds: int, *, over: str) -> Element:
    """Holds what is good for so many seconds. Then the browser hides it, and says and reads out `over` in its place.

    It needs nobody for that: a page may be cut off from the server by then, and show what nobody should trust any more.
    """
    return element("div", data_good_for=seconds, data_over=over)
