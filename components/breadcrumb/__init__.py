"""Where this page is, and the way back up."""

from collections.abc import Sequence
from dataclasses import dataclass

from nicegui.element import Element

from components.native import element, written
from services.words import sentence


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above this one."""

    label: str
    to: str


def breadcrumb(above: Sequence[Crumb], here: str, *, label: str = "") -> Element:
    """Real links to the pages above, the highest first, and this page as the last, which is no link.

    A landmark of its own, which `label` tells from another one of the page; the slashes between are not read out.
    """
    with element("nav", "crumbs", aria_label=label or sentence("breadcrumb.label")) as drawn, element("ol"):
        for crumb in above:
            with element("li"):
                written("a", crumb.label, href=crumb.to)
        with element("li"):
            written("span", here, aria_current="page")
    return drawn
