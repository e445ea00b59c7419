"""Every line of a return, explained; the amounts follow the answers."""

import json
from collections.abc import Callable, Sequence
from functools import partial

from components.native import element
from components.worksheet.row import Row, WorksheetLine

__all__ = ["Worksheet", "WorksheetLine"]


class Worksheet:
    """Native details, one a line, in the order of the forms. `show` updates what changed and rebuilds nothing.

    A line that is open stays open, and one that has the focus keeps it, while amounts change around it. What is inside
    of a line is drawn when it is opened for the first time.

    `more` draws what stands below the explanation of a line; it is called once, in its place. `on_look` is told each
    time that a person opens a line (True) or closes it.
    """

    def __init__(
        self, *, more: Callable[[str], None] | None = None, on_look: Callable[[str, bool], object] | None = None
    ) -> None:
        self._more, self._on_look = more, on_look
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

    def mark(self, key: str, words: str) -> None:
        """Say something beside the name of a line, such as who looks at it; empty words take that away."""
        if key in self._rows:
            self._rows[key].mark(words)

    def go_to(self, key: str) -> bool:
        """Open a line and put the focus on it: whether there is such a line now."""
        row = self._rows.get(key)
        if row is None or not row.details.visible:
            return False
        name = json.dumps(row.details.html_id)
        self._box.client.run_javascript(
            f"const line = document.getElementById({name}); line.open = true; line.querySelector('summary').focus()"
        )
        return True

    def _open(self, key: str) -> None:
        self._opened.add(key)
        self._explain(key)

    def _explain(self, key: str) -> None:
        row = self._rows[key]
        row.explain([self._rows[above] for above in row.line.comes_from])

    def _insert(self, line: WorksheetLine, lines: Sequence[WorksheetLine]) -> None:
        with self._box:
            self._rows[line.key] = row = Row(line, on_open=partial(self._open, line.key), more=self._more)
        if self._on_look:
            row.when_looked_at(partial(self._on_look, line.key))
        order = [other.key for other in lines]
        earlier = [key for key in order[: order.index(line.key)] if key in self._rows]
        position = self._position_after(earlier[-1]) if earlier else 0
        if position < len(self._rows) - 1:
            self._rows[line.key].details.move(target_index=position)

    def _position_after(self, key: str) -> int:
        return list(self._box).index(self._rows[key].details) + 1
