"""A double of a key service: the transit engine of OpenBao and Vault, as far as its documentation tells."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

TOKEN, KEY = "s.a-token-that-may-decrypt", "mbtq"
_PREFIX = "vault:v1:"


class Transit:
    """What it wraps, it unwraps; what came from elsewhere is refused item by item, with status 400."""

    def __init__(self) -> None:
        self._key = Fernet(Fernet.generate_key())
        self.asked: list[list[str]] = []

    def wrapped(self, key_in_base64: str) -> str:
        """The ciphertext that `transit/datakey/wrapped/mbtq` would have given for this key."""
        return _PREFIX + b64encode(self._key.encrypt(b64decode(key_in_base64))).decode()

    def decrypt(self, path: str, token: str | None, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """The status and the answer to a request."""
        if token != TOKEN:
            return 403, {"errors": ["permission denied"]}
        if path != f"/v1/transit/decrypt/{KEY}":
            return 404, {"errors": []}
        self.asked.append([item["ciphertext"] for item in body["batch_input"]])
        results = [self._item(item["ciphertext"]) for item in body["batch_input"]]
        return 400 if any("error" in result for result in results) else 200, {"data": {"batch_results": results}}

    def _item(self, ciphertext: str) -> dict[str, str]:
        try:
            opened = self._key.decrypt(b64decode(ciphertext.removeprefix(_PREFIX)))
        except (InvalidToken, ValueError):
            return {"plaintext": "", "error": "cipher: message authentication failed"}
        return {"plaintext": b64encode(opened).decode()}


@contextmanager
def serving(transit: Transit) -> Iterator[str]:
    """Its address while the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # pylint: disable=invalid-name  # the name that http.server calls
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, answer = transit.decrypt(self.path, self.headers.get("X-Vault-Token"), body)
            told = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def log_message(self, *_: object) -> None:  # pylint: disable=arguments-differ  # it would write to the terminal
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
