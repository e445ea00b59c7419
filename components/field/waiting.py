"""What a field needs to say that its answer is not saved yet. waiting.js says it: nobody may reach the server."""

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui.element import Element

from services.words import sentence


class Waiting:
    """Follows the answers to one field, in its box."""

    def __init__(self, box: Element) -> None:
        self._box, self._answers = box, 0
        box.props["data-slow"] = sentence("field.slow")

    def sent_by(self, js_handler: str) -> str:
        """The same handler of an event, that tells waiting.js when it emits something."""
        tells = "(texts) => { window.mbtq?.waits?.(event.target); emit(texts); }"
        return f"(event) => ((emit) => ({js_handler})(event))({tells})"

    @contextmanager
    def answering(self) -> Iterator[None]:
        """What was sent is answered at the end of the block, whatever the answer is."""
        try:
            yield
        finally:
            if not self._box.is_deleted:
                self._answers += 1
                self._box.props["data-answered"] = self._answers
