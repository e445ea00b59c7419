"""A socket may speak only for a page that was made for its own session, whose handshake it made, and not too fast.

NiceGUI takes the client id from the message itself, and lets in whoever knows a page's id: one visitor's socket could
press another's buttons.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as Refused

from db.occasion import Kind, begin
from ui import cookies
from ui.memory.held_pages import HELD
from ui.socket.pace import PagePace
from ui.socket.packets import CheckedPacket
from ui.socket.whole import IS_WHOLE, Message, is_handshake

_log = logging.getLogger(__name__)
Environ = Mapping[str, Any]
_PACE = PagePace()


def guard_the_socket(messages_per_minute: int) -> None:
    """Wrap NiceGUI's socket handlers once, so that strangers are not let in and what they say is dropped."""
    _PACE.per_minute = messages_per_minute
    handlers = core.sio.handlers["/"]
    if not getattr(handlers["connect"], "is_guarded", False):
        core.sio.packet_class = CheckedPacket
        for library in (core.sio, core.sio.eio):
            library.logger.handlers.clear()  # each wrote a second time what services/journal writes, and unmasked
        handlers["connect"] = _connecting_with_its_session(handlers["connect"])
        handlers["handshake"] = _shaking_hands_with_its_session(handlers["handshake"])
        handlers["log"] = _hearing_of_trouble
        handlers["event"] = _as_use_of_its_page(handlers["event"])
        for name, is_whole in IS_WHOLE.items():
            handlers[name] = _speaking_for_its_page(handlers[name], is_whole, counts=name != "ack")


def _connecting_with_its_session(connect: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    async def guarded(sid: str, environ: Environ, auth: object = None) -> None:
        query = {name: values[0] for name, values in parse_qs(environ.get("QUERY_STRING", "")).items()}
        if _is_a_strangers(query.get("client_id", ""), environ):
            raise Refused("This page belongs to another session.")
        if query.get("implicit_handshake") == "true" and not is_handshake(query):
            raise Refused("This handshake is not whole.")
        await connect(sid, environ, auth)

    guarded.is_guarded = True  # type: ignore[attr-defined]  # marks it for the check above
    return guarded


def _shaking_hands_with_its_session(shake: Callable[..., Awaitable[bool]]) -> Callable[..., Awaitable[bool]]:
    """A page that was loaded ahead of time shakes hands later; after a refusal it loads itself anew."""

    async def guarded(sid: str, *told: object) -> bool:
        message = next(iter(told), None)
        if not is_handshake(message):
            return False
        client = Client.instances.get(message["client_id"])
        if client is None or _is_a_strangers(client.id, core.sio.get_environ(sid)) or not _PACE.allows(client):
            return False
        return await shake(sid, message)

    return guarded


def _is_a_strangers(client_id: str, environ: Environ) -> bool:
    """Whether the page was made for another session than the one that the socket brings along."""
    client = Client.instances.get(client_id)
    return client is not None and _session_in(environ) != cookies.session_token(client.request.cookies)


def _session_in(environ: Environ) -> str:
    try:
        sent = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    except CookieError:
        return ""
    return cookies.session_token({name: morsel.value for name, morsel in sent.items()})


def _speaking_for_its_page(
    handler: Callable[[str, Message], None], is_whole: Callable[[Message], bool], *, counts: bool
) -> Callable[..., None]:
    """What is not whole is dropped without a word: it is no page of ours that speaks.

    What a page did counts. That it has received what we sent does not, or our own words would use up its messages.
    """

    def guarded(sid: str, *told: object) -> None:
        begin(Kind.EVENT)  # Socket.IO gives each message a task of its own
        message = next(iter(told), None)
        client_id = message.get("client_id") if isinstance(message, dict) else None
        client = Client.instances.get(str(client_id)) if client_id in core.sio.rooms(sid) else None
        if not isinstance(message, dict) or client is None:
            return
        if counts and not _PACE.allows(client):
            _PACE.tell(client)
        elif is_whole(message):
            handler(sid, message)

    return guarded


def _as_use_of_its_page(handler: Callable[[str, Message], None]) -> Callable[[str, Message], None]:
    """What somebody does tells which page is used; what scripts send by themselves does not."""

    def noted(sid: str, message: Message) -> None:
        HELD.used(message["client_id"])
        handler(sid, message)

    return noted


def _hearing_of_trouble(_sid: str, *_message: object) -> None:
    """What a browser would have us log is not written down: it may be anything, also what somebody typed."""
    _log.info("a browser tells of trouble with a script")
