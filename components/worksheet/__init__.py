"""Every line of a return, explained; the amounts follow the answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.native import element, written


@dataclass(frozen=True, slots=True)
class WorksheetLine:
    """One line as people read it: its place on the form, what it is, the amount, why, and where it comes from."""

    key: str
    place: str
    label: str
    amount: str
    explanation: str
    source: str


@dataclass(slots=True)
class Worksheet:
    """Native details, one a line, in the order of the forms. `show` updates what changed and rebuilds nothing.

    A line that is open stays open, and one that has the focus keeps it, while amounts change around it.
    """

    box: Element = field(default_factory=lambda: element("div"))
    _rows: dict[str, "_Row"] = field(default_factory=dict)

    def show(self, lines: Sequence[WorksheetLine]) -> None:
        """Show these lines in this order, and no others."""
        shown = {line.key for line in lines}
        for key, row in self._rows.items():
            row.details.set_visibility(key in shown)
        for line in lines:
            if line.key in self._rows:
                self._rows[line.key].update(line)
            else:
                self._insert(line, before=lines)

    def _insert(self, line: WorksheetLine, before: Sequence[WorksheetLine]) -> None:
        with self.box:
            self._rows[line.key] = _Row(line)
        order = [other.key for other in before]
        earlier = [key for key in order[: order.index(line.key)] if key in self._rows]
        position = self._position_after(earlier[-1]) if earlier else 0
        self._rows[line.key].details.move(target_index=position)

    def _position_after(self, key: str) -> int:
        return list(self.box).index(self._rows[key].details) + 1


class _Row:
    """The elements of one line, and what they say."""

    def __init__(self, line: WorksheetLine) -> None:
        with element("details") as self.details:
            with element("summary"):
                with element("span"):
                    written("span", line.place, "above soft small")
                    written("span", line.label)
                self._amount = written("span", line.amount, "num")
            self._explanation = written("p", line.explanation)
            self._source = written("p", line.source, "small soft")

    def update(self, line: WorksheetLine) -> None:
        """Say what the line says now."""
        texts = {self._amount: line.amount, self._explanation: line.explanation, self._source: line.source}
        for drawn, text in texts.items():
            _say(drawn, text)


def _say(drawn: TextElement, text: str) -> None:
    if drawn.text != text:
        drawn.text = text
