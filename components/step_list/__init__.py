"""Where a person is on a way of several steps."""

from collections.abc import Sequence

from nicegui.element import Element

from components.link import link
from components.native import element, written
from services.words import sentence


def step_list(steps: Sequence[str], current: int, *, label: str, ways: Sequence[str] = ()) -> Element:
    """All steps in order; those before `current` (from 0) are done: in words for screen readers, and by a check.

    With `ways`, an address for each, every step but the current one is a link.
    """
    with element("ol", "steps small", aria_label=label) as drawn:
        for place, step in enumerate(steps):
            with element("li", "done" if place < current else "", aria_current="step" if place == current else None):
                if place < current:
                    written("span", sentence("step.done"), "visually-hidden")
                if ways and place != current:
                    link(step, ways[place])
                else:
                    written("span", step)
    return drawn
