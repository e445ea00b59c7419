"""Gives each request an id, tells the browser, and writes a line about the answer: no address, no query, no body."""

from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from db.occasion import Kind
from services.journal.entries import Entry, recorded

HEADER = "X-Request-ID"
_UNANSWERED = 499  # nginx's number for who left before the answer
_UNNAMED = "-"
_REFUSED = "refused"  # by the rate limit, before it was looked up who would answer
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class RequestJournal:
    """Outermost, so that it times and counts what really goes out.

    What a client or proxy calls its request is not believed: an id that others choose can't be relied on in a search.
    A proxy in front reads ours from the answer.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, named and watched."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        kind = Kind.REQUEST if scope["type"] == "http" else Kind.SOCKET
        with recorded(kind) as entry:
            answer = _Watched(send, entry)
            taken = _until_whole(receive, entry) if kind is Kind.REQUEST else receive
            try:
                await self.app(scope, taken, answer)
            except Exception:
                answer.status = answer.status or 500  # the framework outside answers in our place
                raise
            finally:
                _describe(entry, scope, answer)


class _Watched:
    """A `send` that adds the id, remembers the status, and counts the bytes of the body.

    The time that it takes is not ours: it waits until what went before is read.
    """

    def __init__(self, send: Send, entry: Entry) -> None:
        self.send, self.entry = send, entry
        self.status = 0
        self.bytes = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] in {"http.response.start", "websocket.accept"}:
            self.status = message.get("status", 101)
            message.setdefault("headers", [])
            MutableHeaders(scope=message)[HEADER] = self.entry.occasion.id
        elif message["type"] == "websocket.close":
            self.status = self.status or 403
        self.bytes += len(message.get("body", b""))
        with self.entry.waiting():
            await self.send(message)


def _until_whole(receive: Receive, entry: Entry) -> Receive:
    """A `receive` whose time is not ours until the body is whole.

    Later it waits for the end of the connection, beside what we do.
    """
    is_whole = False

    async def received() -> Message:
        nonlocal is_whole
        if is_whole:
            return await receive()
        with entry.waiting():
            message = await receive()
        is_whole = not message.get("more_body", False)
        return message

    return received


def _describe(entry: Entry, scope: Scope, answer: _Watched) -> None:
    entry.name = route_of(scope)
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS and entry.name == _UNNAMED:
        entry.name = _REFUSED
    method = scope.get("method", "GET")
    entry.facts = {
        "method": method if method in _METHODS else "OTHER",
        "route": entry.name,
        "status": answer.status or _UNANSWERED,
        "bytes": answer.bytes,
        "visitor": scope.get("state", {}).get("standing", "unknown"),
    }


def route_of(scope: Scope) -> str:
    """The template of the route that answered, such as `/tax/{tax_year}/estimate`: ids are in no line and no metric."""
    route = getattr(scope.get("route"), "path", None)
    prefix = scope.get("root_path", "").removeprefix(scope.get("app_root_path", ""))
    if isinstance(route, str):
        return f"{prefix}{route}"
    return f"{prefix}/*" if prefix else _UNNAMED
