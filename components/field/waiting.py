"""What a field needs to say that its answer is not saved yet. waiting.js says it: nobody may reach the server."""

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui.element import Element

from services.words import sentence


class Waiting:
    """Follows the answers to one field, in its box."""

    def __init__(self, box: Element) -> None:
        self._box = box
        box.props["data-slow"] = sentence("field.slow")

    def sent_by(self, js_handler: str) -> str:
        """The same handler of an event, that emits first the number by which waiting.js knows this answer."""
        tells = "(texts) => emit([window.mbtq?.waits?.(event.target) ?? 0, ...texts])"
        return f"(event) => ((emit) => ({js_handler})(event))({tells})"

    @contextmanager
    def answering(self, number: int) -> Iterator[None]:
        """What was sent with this number is answered at the end of the block, whatever the answer is."""
        try:
            yield
        finally:
            if not self._box.is_deleted:
                self._box.props["data-answered"] = number
