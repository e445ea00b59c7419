"""A socket may speak only for a page whose handshake it made.

NiceGUI takes the client id from the message itself, so that one visitor's socket could press another's buttons.
"""

from collections.abc import Callable
from typing import Any

from nicegui import core

_SPEAKING = ("event", "javascript_response", "ack", "log")


def guard_the_socket() -> None:
    """Wrap NiceGUI's socket handlers once, so that a message for a stranger's page is dropped."""
    handlers = core.sio.handlers["/"]
    for name in _SPEAKING:
        if not getattr(handlers[name], "is_guarded", False):
            handlers[name] = _guarded(handlers[name])


def _guarded(handler: Callable[[str, dict[str, Any]], None]) -> Callable[[str, dict[str, Any]], None]:
    def only_for_its_own_page(sid: str, message: dict[str, Any]) -> None:
        if message.get("client_id") in core.sio.rooms(sid):
            handler(sid, message)

    only_for_its_own_page.is_guarded = True  # type: ignore[attr-defined]  # marks it for the check above
    return only_for_its_own_page
