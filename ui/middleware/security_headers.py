"""Security headers on every response, and a nonce on every script of a page.

NiceGUI's page template has inline scripts, so a page is held back until it is whole and its script tags are marked.
The same pass writes the reader's theme, text size and motion on the html tag: the first paint is already theirs. And it
sets the one cookie of a page (ui/drafts.py).
"""

import re
from html import escape
from secrets import token_urlsafe

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SCRIPT_TAG = re.compile(rb"<script(?=[\s>])")
_POLICY = (
    "default-src 'self'; script-src 'nonce-{nonce}' 'strict-dynamic' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
_HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "X-XSS-Protection": "0",  # the filter that it switched on is gone from browsers, and was a hole itself (OWASP)
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
}
_STRICT_TRANSPORT = "max-age=63072000; includeSubDomains; preload"


class SecurityHeaders:
    """Adds the headers; `tls` says whether browsers may be told to use TLS only (HSTS with preload)."""

    def __init__(self, app: ASGIApp, *, tls: bool) -> None:
        self.app = app
        self.tls = tls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and dress the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await self.app(scope, receive, _Dressed(scope, send, tls=self.tls))


class _Dressed:
    """A `send` that adds headers, and holds a page back until it is whole."""

    def __init__(self, scope: Scope, send: Send, *, tls: bool) -> None:
        self.scope, self.send, self.tls = scope, send, tls
        self.nonce = token_urlsafe(16)
        self.page: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = self._dress(message)
            if headers.get("content-type", "").startswith("text/html"):
                self.page = message
                self._set_cookie(headers)
                return
        elif self.page is not None and message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if message.get("more_body"):
                return
            await self._send_page(self.page)
            return
        await self.send(message)

    def _dress(self, message: Message) -> MutableHeaders:
        headers = MutableHeaders(scope=message)
        headers.setdefault("Content-Security-Policy", _POLICY.format(nonce=self.nonce))  # a file brings a stricter one
        for name, value in _HEADERS.items():
            headers[name] = value
        if self.tls:
            headers["Strict-Transport-Security"] = _STRICT_TRANSPORT
        return headers

    def _set_cookie(self, headers: MutableHeaders) -> None:
        if cookie := self.scope.get("state", {}).get("page_cookie"):
            headers.append("set-cookie", cookie)

    async def _send_page(self, start: Message) -> None:
        page = _SCRIPT_TAG.sub(f'<script nonce="{self.nonce}"'.encode(), self.body)
        page = page.replace(b"<html", b"<html" + self._attributes(), 1)
        MutableHeaders(scope=start)["content-length"] = str(len(page))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": page})

    def _attributes(self) -> bytes:
        chosen = self.scope.get("state", {}).get("html_attributes", {})
        return "".join(f' {name}="{escape(value)}"' for name, value in chosen.items()).encode()
