import pytest

from tests.app import App


@pytest.mark.parametrize("path", ["/", "/accessibility", "/no-such-page", "/api/internal/health", "/api/openapi.json"])
async def test_head_is_answered_as_get_is_and_without_content(app: App, path: str) -> None:
    client = app.somebody().http_client
    looked, read = await client.head(path), await client.get(path)
    assert (looked.status_code, looked.content) == (read.status_code, b"")
    assert read.content
    assert looked.headers["content-type"] == read.headers["content-type"]


async def test_what_only_takes_forms_refuses_head_as_it_refuses_get(app: App) -> None:
    client = app.somebody().http_client
    assert (await client.head("/api/tax/refund-estimate")).status_code == 405
