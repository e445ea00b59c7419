"""The least that could answer: Starlette on the server of the house, with bytes that it is given.

`python -m tests.bench.house.bare` reads `{"port": …, "answers": {path: text}}` from standard input.
"""

import json
import socket
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.starting.launch import serve


def main() -> None:
    """Serve until SIGTERM; "open" is printed when it answers."""
    asked = json.loads(sys.stdin.readline())
    app: Any = Starlette(
        routes=[Route(path, _answering(text), methods=["GET", "POST"]) for path, text in asked["answers"].items()]
    )
    serve(app, socket.create_server(("127.0.0.1", asked["port"]), backlog=2048), partial(print, "open", flush=True))


def _answering(text: str) -> Callable[[Request], Awaitable[Response]]:
    content = text.encode()

    async def answer(_: Request) -> Response:
        return Response(content, media_type="application/json")

    return answer


if __name__ == "__main__":
    main()
