"""The files that are chosen, a row each: name, size, and a button that takes the file out again."""

from collections.abc import Sequence

from nicegui.element import Element

from components.button import button
from components.file_picker.chosen import Allowed, ChosenFile
from components.live_region import announce
from components.native import element, written
from components.tag import tag
from services.words import sentence
from services.words.sizes import size_in_words


class Rows:
    """file_picker.js takes a file out and moves the focus; then the server hears what is still chosen."""

    def __init__(self, allowed: Allowed) -> None:
        self._allowed = allowed
        self._list = element("ul", "files")
        self._rows: list[tuple[ChosenFile, Element]] = []

    def show(self, files: Sequence[ChosenFile]) -> None:
        """Draw what is chosen now. A row that stays is left alone: the focus may be on its button."""
        left, gone = list(files), []
        for file, row in reversed(self._rows):  # of two that look the same, the first one is taken out
            if left and left[-1] == file:
                left.pop()
            else:
                gone.append((file, row))
        if left:
            self._list.clear()
            with self._list:
                self._rows = [(file, self._row(file)) for file in files]
        for file, row in [] if left else gone:
            self._rows.remove((file, row))
            row.delete()
            announce(sentence("file.removed", name=file.name, count=len(files)))

    def _row(self, file: ChosenFile) -> Element:
        with element("li", data_name=file.name, data_size=file.size) as row:
            with element("div"):  # the browser cuts a long name, and says only how many there are
                written("span", f"{file.name}, {size_in_words(file.size)}")
                if self._allowed.wrong_with(file):
                    tag(sentence("file.not_taken"), "bad")
            with button(sentence("file.remove"), kind="quiet") as remove:
                written("span", f" {file.name}", "visually-hidden")
            remove.props["data-takes-out"] = ""
        return row
