"""In development, a page asked for at 127.0.0.1 moves to localhost: only there do browsers allow passkeys."""

from starlette.datastructures import URL, Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class LocalhostRedirect:
    """Redirects page requests to the same path at localhost. The API answers at both."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Redirect a GET of a page; pass everything else on."""
        if scope["type"] == "http" and scope["method"] == "GET" and self._is_page_at_number(scope):
            url = URL(scope=scope).replace(hostname="localhost")
            await RedirectResponse(url, 307)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    @staticmethod
    def _is_page_at_number(scope: Scope) -> bool:
        host = Headers(scope=scope).get("host", "").split(":")[0]
        return host == "127.0.0.1" and not scope["path"].startswith(("/api/", "/_nicegui"))
