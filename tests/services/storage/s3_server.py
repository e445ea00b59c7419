"""A server that speaks as S3 does (Amazon S3 API Reference), as far as a store of files needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree
from xml.sax.saxutils import escape

KEY = "MBTQTESTKEY"
_NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"


class S3Server(ThreadingHTTPServer):
    """What it was given, by path. Who does not sign with KEY is refused."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Request)
        self.objects: dict[str, bytes] = {}

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def an_s3_server() -> Iterator[S3Server]:
    """One that runs for the block."""
    with S3Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Request(BaseHTTPRequestHandler):
    # pylint: disable=invalid-name  # http.server calls its methods so
    protocol_version = "HTTP/1.1"
    server: S3Server

    def do_PUT(self) -> None:
        """Keep an object."""
        content = self._body()
        if self._may():
            self.server.objects[self._path] = content
            self._answer(200, ETag='"x"')

    def do_GET(self) -> None:
        """An object, a part of it, or the names of those with a prefix."""
        if not self._may():
            return
        query = parse_qs(urlsplit(self.path).query)
        if "list-type" in query:
            self._answer(200, self._listed(query.get("prefix", [""])[0], query.get("delimiter", [""])[0]))
        elif self._path not in self.server.objects:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
        else:
            self._give(self.server.objects[self._path])

    def do_DELETE(self) -> None:
        """Forget an object."""
        if self._may():
            self.server.objects.pop(self._path, None)
            self._answer(204)

    def do_POST(self) -> None:
        """Forget several objects (DeleteObjects)."""
        asked = ElementTree.fromstring(self._body())  # noqa: S314  # of our own client
        keys = [each.text or "" for each in asked.iter() if each.tag.endswith("Key")]
        if self._may():
            for key in keys:
                self.server.objects.pop(f"{self._path.rstrip('/')}/{key}", None)
            deleted = "".join(f"<Deleted><Key>{escape(key)}</Key></Deleted>" for key in keys)
            self._answer(200, f'<DeleteResult xmlns="{_NAMESPACE}">{deleted}</DeleteResult>'.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    @property
    def _path(self) -> str:
        return unquote(urlsplit(self.path).path)

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("content-length", 0)))

    def _may(self) -> bool:
        if self.headers.get("authorization", "").startswith(f"AWS4-HMAC-SHA256 Credential={KEY}/"):
            return True
        self._answer(403, b"<Error><Code>AccessDenied</Code></Error>")
        return False

    def _give(self, content: bytes) -> None:
        about = {"ETag": '"x"', "Last-Modified": "Tue, 03 Feb 2026 12:00:00 GMT"}
        if not (asked := self.headers.get("range")):
            return self._answer(200, content, **about)
        first, last = asked.removeprefix("bytes=").split("-")
        end = min(int(last) + 1, len(content))
        about["Content-Range"] = f"bytes {first}-{end - 1}/{len(content)}"
        return self._answer(206, content[int(first) : end], **about)

    def _listed(self, prefix: str, delimiter: str) -> bytes:
        bucket = f"{self._path.rstrip('/')}/"
        keys = sorted(path.removeprefix(bucket) for path in self.server.objects if path.startswith(bucket + prefix))
        folders = {prefix + key.removeprefix(prefix).split("/")[0] + "/" for key in keys} if delimiter else set()
        about = "<LastModified>2026-02-03T12:00:00.000Z</LastModified><ETag>x</ETag><Size>1</Size>"
        parts = [f"<CommonPrefixes><Prefix>{escape(each)}</Prefix></CommonPrefixes>" for each in sorted(folders)]
        parts += [f"<Contents><Key>{escape(key)}</Key>{about}</Contents>" for key in keys if not delimiter]
        head = f'<ListBucketResult xmlns="{_NAMESPACE}"><IsTruncated>false</IsTruncated>'
        return f"{head}{''.join(parts)}</ListBucketResult>".encode()

    def _answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
