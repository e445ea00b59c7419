"""NiceGUI can tie the text or the visibility of one element to another. No page of ours does that.

Yet each element was entered twice in a table of all that could be tied, and looked for what is tied to it: a twelfth of
the time that a page takes to draw.
"""

from typing import Any

from nicegui import binding
from nicegui.binding import BindableProperty

_NOTHING = object()


def leave_out_bindings() -> None:
    """From now on, a property only holds its value and tells its own element. One that is tied all the same follows."""
    BindableProperty.__set__ = _set  # type: ignore[method-assign]


def _set(self: BindableProperty, owner: Any, value: Any) -> None:
    # pylint: disable=protected-access  # NiceGUI has no public way; the test of this module notices if a name changes
    name = f"___{self.name}"
    before = getattr(owner, name, _NOTHING)
    if before is not _NOTHING and before == value:
        return
    setattr(owner, name, value)
    if binding.bindings:
        binding._propagate(owner, (self.name,))
    if before is not _NOTHING and self._change_handler is not None:
        self._change_handler(owner, value)
