"""Where a person is on a way of several steps."""

from collections.abc import Collection, Sequence

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.link import link
from components.native import element, written
from services.words import sentence


class StepList:
    """All steps in order; those before `current` (from 0) are done: in words for screen readers, and by a check.

    With `ways`, an address for each, every step but the current one is a link. `show` says which are not done.
    """

    def __init__(self, steps: Sequence[str], current: int, *, label: str, ways: Sequence[str] = ()) -> None:
        self._passed: list[tuple[Element, TextElement]] = []
        with element("ol", "steps small", aria_label=label):
            for place, step in enumerate(steps):
                with element("li", aria_current="step" if place == current else None) as drawn:
                    if place < current:
                        self._passed.append((drawn, written("span", "", "visually-hidden")))
                    if ways and place != current:
                        link(step, ways[place])
                    else:
                        written("span", step)
        self.show(())

    def show(self, lacking: Collection[int]) -> None:
        """Of the steps that lie behind, those at these places are not done: something is missing there."""
        for place, (drawn, said) in enumerate(self._passed):
            is_done = place not in lacking
            said.text = sentence("step.done" if is_done else "step.lacking")
            drawn.classes(add="done" if is_done else "", remove="" if is_done else "done")
