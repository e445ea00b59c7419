"""One page of a paper: its picture, and the text that is in it."""

from nicegui.element import Element

from components.native import element, written
from components.prose import paragraph


def scanned_page(
    source: str, *, alt: str, width: int, height: int, text: str, text_label: str, no_text: str
) -> Element:
    """The picture with its text beside it, to be marked, copied and read out; on a narrow screen it is below.

    `alt` says which page it is; what stands on it is the text. `no_text` is said where there is none. Its place is
    kept while the picture loads.
    """
    with element("div", "scanned-page") as drawn:
        element("img", src=source, alt=alt, width=width, height=height, loading="lazy")
        with element("div"):
            if text:
                written("div", text, "scanned-text", role="group", aria_label=text_label)
            else:
                paragraph(no_text, soft=True)
    return drawn
