"""Documents, as the native form and a browser send them."""

import httpx

from tests.app import Somebody

File = tuple[str, bytes]


async def send_documents(
    somebody: Somebody, *files: File, category: str = "w2", tax_year: str = "2025"
) -> httpx.Response:
    """Fill in the form and send it; without a file the browser sends an empty field."""
    sent = [("files", (name, content, "application/octet-stream")) for name, content in files]
    return await somebody.http_client.post(
        "/api/forms/documents",
        data={"category": category, "tax_year": tax_year},
        files=sent or [("files", ("", b"", "application/octet-stream"))],
    )
