"""What happened, step by step, the newest at the end."""

from collections.abc import Sequence

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.native import element, written
from components.prose import paragraph, paragraphs


class Timeline:
    """A native ordered list, whose length is read out. Steps are not drawn anew: one may hold the focus."""

    def __init__(self, label: str) -> None:
        self._list = element("ol", "timeline", aria_label=label)
        self._said: dict[Element, tuple[TextElement, TextElement]] = {}

    def add(
        self, when: str, title: str, *, above: Sequence[str] = (), text: str = "", place: int | None = None
    ) -> Element:
        """One more step: when and what, and below it what somebody wrote. Open it with `with` to add a way on.

        `above` are short lines between the two, such as what the text is about. `place` counts from 0; without it, the
        step is the last.
        """
        with self._list, element("li") as drawn:
            self._said[drawn] = (paragraph(when, small=True, soft=True), written("p", title, "timeline-title"))
            for line in above:
                paragraph(line, small=True)
            if text:
                with element("blockquote"):
                    paragraphs(text)
        if place is not None and place < len(self._said) - 1:
            drawn.move(target_index=place)
        return drawn

    def say(self, step: Element, when: str, title: str) -> None:
        """Say something else of a step that is there."""
        for said, words in zip(self._said[step], (when, title), strict=True):
            said.text = words

    def remove(self, step: Element) -> None:
        """Take a step away."""
        del self._said[step]
        step.delete()
