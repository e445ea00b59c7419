"""What happened, step by step, the newest at the end."""

from collections.abc import Sequence

from nicegui.element import Element

from components.native import element, written
from components.prose import paragraph, paragraphs


class Timeline:
    """A native ordered list, whose length is read out. Steps are added and never drawn anew: one may hold the focus."""

    def __init__(self, label: str) -> None:
        self._list = element("ol", "timeline", aria_label=label)

    def add(self, when: str, title: str, *, above: Sequence[str] = (), text: str = "") -> Element:
        """One more step: when and what, and below it what somebody wrote. Open it with `with` to add a way on.

        `above` are short lines between the two, such as what the text is about.
        """
        with self._list, element("li") as drawn:
            paragraph(when, small=True, soft=True)
            written("p", title, "timeline-title")
            for line in above:
                paragraph(line, small=True)
            if text:
                with element("blockquote"):
                    paragraphs(text)
        return drawn
