"""“We are updating”: people read it while the database or the whole app is away, and it needs nothing of ours then."""

import asyncio
import re
from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from services.house import House
from services.settings import Settings
from tests.app import App, Somebody
from ui import visits
from ui.failures.updating_page import FILE, updating_page

KEPT = "Nothing that you saved is lost."
SUPPORT: str = Settings.model_fields["support_email"].default
AWAY = (OperationalError("select 1", None, Exception("refused")), PoolTimeout())


@pytest.fixture(params=AWAY, ids=["refuses", "is too busy"])
def away(app: App, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> App:
    """The application on a day when its database does not answer."""

    def transaction(_house: House, _visitor: object) -> None:
        raise request.param

    monkeypatch.setattr(House, "transaction", transaction)
    return app


@pytest.fixture
def known(away: App) -> Somebody:
    """Somebody who brings a session cookie, so that the database has to be asked who they are."""
    somebody = away.somebody()
    somebody.http_client.cookies.set("mbtq_session", "a token")
    return somebody


async def test_a_page_says_so_while_the_database_is_away_in_the_colours_of_the_reader(known: Somebody) -> None:
    known.http_client.cookies.set("mbtq_display", "VRI.dark.1.system")
    reply = await known.http_client.get("/tax/2025/estimate")
    assert (reply.status_code, reply.headers["retry-after"]) == (503, "60")
    assert '<html data-theme="dark"' in reply.text
    assert all(told in reply.text for told in ("We are updating", KEPT, 'href=""', "Try again"))
    assert "We talk by <strong>video with interpreter</strong>" in reply.text
    assert "You can also write to us: <a" in reply.text
    assert f'href="mailto:{SUPPORT}"' in reply.text
    assert "style-src" in reply.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/privacy", "/terms", "/accessibility", "/contact", "/services"])
async def test_pages_of_help_open_for_who_is_signed_in_too_while_the_database_is_away(
    known: Somebody, path: str
) -> None:
    reply = await known.http_client.get(path)
    assert reply.status_code == 200
    assert "We are updating" not in reply.text


async def test_nobody_is_told_that_they_are_signed_out_while_we_can_not_know_it(known: Somebody, away: App) -> None:
    assert "Sign in" not in (await known.http_client.get("/terms")).text
    assert "Sign in" in (await away.somebody().http_client.get("/terms")).text


async def test_a_page_of_help_does_not_wait_for_a_database_that_hangs(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hang(*_asked: object, **_named: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(visits, "_known", hang)
    monkeypatch.setattr(visits, "_PATIENCE_SECONDS", 0.01)
    somebody = app.somebody()
    somebody.http_client.cookies.set("mbtq_session", "a token")
    assert (await somebody.http_client.get("/contact")).status_code == 200


async def test_the_log_says_what_brings_back_a_database_of_our_own(
    away: App, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    told = "Our own database was ended: stop the app, and run it again"
    await _asks(away)
    assert told not in caplog.text
    of_its_own = away.house.settings.model_copy(update={"database_url": None})
    away._state["house"] = replace(away.house, settings=of_its_own)  # pylint: disable=protected-access
    await _asks(away)
    assert "a page has to wait for the database" in caplog.text
    assert (told in caplog.text) == (request.node.callspec.params["away"] is not AWAY[1]), "too busy is not away"


async def _asks(away: App) -> None:
    somebody = away.somebody()
    somebody.http_client.cookies.set("mbtq_session", "a token")
    await somebody.http_client.get("/tax/2025/estimate")


async def test_a_form_says_so_too_and_what_was_sent_is_not_offered_as_a_link(known: Somebody) -> None:
    reply = await known.send("sign-in", email="maria@people.example", password="a password")
    assert reply.status_code == 503
    assert "send it once more" in reply.text
    assert 'href=""' not in reply.text
    assert 'href="/talk"' in reply.text


def test_the_file_for_nginx_is_the_page_as_the_app_would_draw_it() -> None:
    assert FILE.read_text(encoding="utf-8") == updating_page(SUPPORT, alone=True), "make updating"


def test_the_file_needs_nothing_else_and_follows_the_system_in_its_colours() -> None:
    html = FILE.read_text(encoding="utf-8")
    assert re.findall(r"(?:src|href)=\"([^\"]*)\"|url\(", html) == ["#main", "/", f"mailto:{SUPPORT}", ""]
    for query in ("light-dark(", "(prefers-contrast: more)", "(forced-colors: active)", "(prefers-reduced-motion"):
        assert query in html


def test_it_never_loads_itself_anew_because_somebody_may_still_be_reading() -> None:
    html = FILE.read_text(encoding="utf-8")
    assert "http-equiv" not in html
    assert "<script" not in html
