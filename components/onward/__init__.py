"""Links between the pages of something that is filled in page by page."""

from nicegui.element import Element

from components.link import Kind, link


def onward(text: str, to: str, *, kind: Kind = "main", stays_for_mistakes: bool = True) -> Element:
    """A real link that waits a moment for what was just typed to be saved, so that the next page knows it.

    The first time that a field shows a mistake, the page stays and the field gets the focus, unless the link does not
    `stays_for_mistakes`. Pressed again, it leads on: what was typed waits in this tab until the person comes back.
    """
    drawn = link(text, to, kind=kind)
    drawn.props["data-onward"] = "mend" if stays_for_mistakes else "leave"
    return drawn
