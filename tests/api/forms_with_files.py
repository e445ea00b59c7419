"""A form with a file, as a browser posts it (RFC 7578)."""

from collections.abc import AsyncIterator

import httpx

from tests.app import Somebody

BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
FORM = "/api/forms/feedback"


def body_of(fields: dict[str, str], video: bytes | None = None, *, name: str = "signed.mp4") -> bytes:
    """The body of the post; without a video the browser sends an empty file without a name."""
    parts = [f'Content-Disposition: form-data; name="{field}"\r\n\r\n{text}'.encode() for field, text in fields.items()]
    head = f'Content-Disposition: form-data; name="video"; filename="{"" if video is None else name}"\r\n'
    parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + (video or b""))
    return b"".join(f"--{BOUNDARY}\r\n".encode() + part + b"\r\n" for part in parts) + f"--{BOUNDARY}--\r\n".encode()


async def send(
    somebody: Somebody, video: bytes | None = None, *, name: str = "signed.mp4", **fields: str
) -> httpx.Response:
    """Fill in the feedback form and send it."""
    told = {"page": "", "about": "accessibility", "message": "", "email": ""} | fields
    return await post(somebody, body_of(told, video, name=name))


async def post(somebody: Somebody, body: bytes | AsyncIterator[bytes], boundary: str = BOUNDARY) -> httpx.Response:
    """Post a body, whole or piece by piece."""
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    return await somebody.http_client.post(FORM, content=body, headers=headers)
