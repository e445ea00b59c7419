"""From a finished app to a process that serves it, tells where it is, and leaves in order."""

import errno
import logging
import socket
import ssl
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from types import FrameType
from typing import Any

import uvicorn

from db.cannot_start import CannotStart
from services.settings import Settings
from services.starting.patience import PatientProtocol

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Callable[[], Awaitable[Message]], Send], Awaitable[None]]
_GRACE_SECONDS = 3  # open sockets are told to come back; nobody should wait long for a stop


def listen(settings: Settings) -> socket.socket:
    """Take the port, before anything else is started. Raises CannotStart."""
    where = (settings.host, settings.port)
    try:
        family = socket.getaddrinfo(*where, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server(where, family=family, backlog=2048)
    except OSError as refusal:
        if refusal.errno == errno.EADDRINUSE:
            reason = f"Port {settings.port} is in use. Set PORT to another one, for example PORT={settings.port + 1}."
        else:
            reason = f"The app can't listen on {settings.host}, port {settings.port}: {refusal.strerror}."
        raise CannotStart(reason) from None


def serve(
    app: App,
    listener: socket.socket,
    opened: Callable[[], None],
    *,
    tls: ssl.SSLContext | None = None,
    stopping: Callable[[], None] = lambda: None,
) -> None:
    """Serve until SIGINT or SIGTERM. Raises CannotStart.

    `opened` is called once the app is open, and `stopping` when it is told to stop.
    Forwarded addresses are not believed: every request comes from who opened the connection.
    """
    opening = _Opening(app, opened)
    config = uvicorn.Config(
        opening,
        lifespan="on",
        log_config=None,  # services/journal decides how lines look
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http=PatientProtocol,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        ssl_context_factory=(lambda *_: tls) if tls else None,
    )
    try:
        _Server(config, stopping).run(sockets=[listener])
    except KeyboardInterrupt:
        return  # Ctrl-C: the server has shut down in order, and says so by raising this at its end
    except SystemExit:
        if opening.refusal is None:
            raise
        raise opening.refusal from None


class _Server(uvicorn.Server):
    """A server that an impatient second Ctrl-C does not tear away from what it has to close."""

    def __init__(self, config: uvicorn.Config, stopping: Callable[[], None]) -> None:
        super().__init__(config)
        self._stopping = stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if not self.should_exit:
            self._stopping()
            super().handle_exit(sig, frame)


class _Opening:
    """The app, watched while it opens: a refusal to start is one line, not a traceback."""

    def __init__(self, app: App, opened: Callable[[], None]) -> None:
        self._app = app
        self._opened = opened
        self.refusal: CannotStart | None = None

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
        if scope["type"] != "lifespan":
            await self._app(scope, receive, send)
            return

        async def watch(message: Message) -> None:
            reason = sys.exception()
            if message["type"] == "lifespan.startup.failed" and isinstance(reason, CannotStart):
                self.refusal = reason
                message = {"type": message["type"]}  # without the traceback: one line says it all, at the end
                logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                self._opened()

        await self._app(scope, receive, watch)
