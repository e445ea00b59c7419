"""Every line of a return, explained; the amounts follow the answers."""

from collections.abc import Sequence
from functools import partial

from components.native import element
from components.worksheet.row import Row, WorksheetLine

__all__ = ["Worksheet", "WorksheetLine"]


class Worksheet:
    """Native details, one a line, in the order of the forms. `show` updates what changed and rebuilds nothing.

    A line that is open stays open, and one that has the focus keeps it, while amounts change around it. What is inside
    of a line is drawn when it is opened for the first time.
    """

    def __init__(self) -> None:
        self._box = element("div")
        self._rows: dict[str, Row] = {}
        self._opened: set[str] = set()

    def show(self, lines: Sequence[WorksheetLine]) -> None:
        """Show these lines in this order, and no others."""
        shown = {line.key for line in lines}
        for key, row in self._rows.items():
            row.details.set_visibility(key in shown)
        for line in lines:
            if line.key not in self._rows:
                self._insert(line, lines)
        for line in lines:
            self._rows[line.key].show(line)
        for key in self._opened & shown:
            self._explain(key)

    def _open(self, key: str) -> None:
        self._opened.add(key)
        self._explain(key)

    def _explain(self, key: str) -> None:
        row = self._rows[key]
        row.explain([self._rows[above] for above in row.line.comes_from])

    def _insert(self, line: WorksheetLine, lines: Sequence[WorksheetLine]) -> None:
        with self._box:
            self._rows[line.key] = Row(line, on_open=partial(self._open, line.key))
        order = [other.key for other in lines]
        earlier = [key for key in order[: order.index(line.key)] if key in self._rows]
        position = self._position_after(earlier[-1]) if earlier else 0
        if position < len(self._rows) - 1:
            self._rows[line.key].details.move(target_index=position)

    def _position_after(self, key: str) -> int:
        return list(self._box).index(self._rows[key].details) + 1
