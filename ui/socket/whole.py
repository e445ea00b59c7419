"""What a message of a browser has in it, because NiceGUI takes it out without a look. No page of ours sends another."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from nicegui import Client

Message = dict[str, Any]


def is_handshake(message: object) -> TypeGuard[Mapping[str, Any]]:
    """Whether somebody says for which page, from which tab, and what came last."""
    if not isinstance(message, Mapping):
        return False
    ids = [message.get(name) for name in ("client_id", "tab_id", "document_id")]
    next_message = message.get("next_message_id")
    return (
        all(isinstance(each, str) for each in ids)
        and isinstance(message.get("old_tab_id"), str | None)
        and (next_message is None or str(next_message).isdecimal())
    )


def _is_event(message: Message) -> bool:
    """Whether it tells of something that its page listens to; of an element that is gone, anything may be told."""
    told = message.get("args", [])
    if not isinstance(message.get("id"), int) or not isinstance(message.get("listener_id"), str):
        return False
    client = Client.instances.get(message["client_id"])
    sender = client.elements.get(message["id"]) if client else None
    # NiceGUI has no public way to ask who listens.
    is_heard = sender is None or message["listener_id"] in sender._event_listeners  # pylint: disable=protected-access
    return is_heard and isinstance(told, list) and all(each is None or _is_json(each) for each in told)


def _is_json(text: object) -> bool:
    try:
        json.loads(text if isinstance(text, str) else "")
    except (ValueError, RecursionError):
        return False
    return True


IS_WHOLE: dict[str, Callable[[Message], bool]] = {
    "event": _is_event,
    "javascript_response": lambda message: isinstance(message.get("request_id"), str),
    "ack": lambda message: isinstance(message.get("next_message_id"), int),
    "log": lambda _message: True,
}
"""Whether a message that speaks for a page is whole, by its name."""

NAMES = frozenset({"handshake", *IS_WHOLE})
"""Every event that a page sends. Its library hears others too, as if it had seen itself what is told in them."""
