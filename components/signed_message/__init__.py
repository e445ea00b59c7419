"""A video in which a person signed something to us."""

from nicegui.element import Element

from components.native import element, written
from services.words import sentence


def signed_message(source: str, *, label: str, size: str) -> Element:
    """The browser's own player, with every control by keyboard, and the size in words.

    Nothing is loaded before somebody presses play. A person's own video has no captions: it says so, and whoever draws
    it draws its written version beside it. Faces and hands are covered by nothing.
    """
    with element("figure", "signed-message") as drawn:
        film = element("video", src=source, controls=True, playsinline=True, preload="none", aria_label=label)
        with element("figcaption", "small soft") as about:
            written("span", sentence("signed_message.about", size=size))
    film.props["aria-describedby"] = about.html_id
    return drawn
