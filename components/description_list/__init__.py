"""What we know, as pairs of words: a summary to check before going on."""

from collections.abc import Sequence
from dataclasses import dataclass

from nicegui.element import Element

from components.link import link
from components.native import element, written
from services.words import sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """A term and what it is here. `change` is the address where it can be changed."""

    term: str
    words: str
    change: str = ""


def description_list(entries: Sequence[Entry]) -> Element:
    """A native list of pairs. Each "Change" link says for screen readers what it changes.

    An entry without words says "Not answered", so that a gap is never silent. On a narrow screen the words stand under
    their term.
    """
    with element("dl", "pairs") as drawn:
        for entry in entries:
            with element("div"):
                written("dt", entry.term)
                if entry.words:
                    written("dd", entry.words)
                else:
                    written("dd", sentence("description_list.empty"), "soft")
                if entry.change:
                    with element("dd", "change"):
                        link(sentence("description_list.change"), entry.change, hidden_suffix=f" {entry.term}")
    return drawn
