"""A page that can't be shown says what happened, what is kept and what to do, and shows a way back."""

import logging

import pytest
from nicegui import ui

from db.values.people import Role
from services import words
from services.accounts import passwords
from services.errors import Conflict, HouseError, Invalid, NotAllowed, NotFound, Unavailable
from tests.app import App, Somebody
from tests.people import guest, somebody_as

FAILURES: dict[int, HouseError] = {
    400: Invalid("a field", "choice.unknown"),
    403: NotAllowed(),
    404: NotFound(),
    409: Conflict("unexpected"),
    503: Unavailable("unexpected"),
}


@pytest.mark.parametrize("status", sorted(FAILURES.keys() - {400}))
async def test_each_failure_is_told_with_its_true_status_and_a_way_back(somebody: Somebody, status: int) -> None:
    @ui.page("/failing")
    async def failing_page() -> None:
        raise FAILURES[status]

    somebody.http_client.cookies.set("mbtq_display", "VRI.dark.1.system")
    reply = await somebody.http_client.get("/failing")
    assert reply.status_code == status
    assert 'data-theme="dark"' in reply.text
    for part in ("title", "what", "kept", "do"):
        assert words.sentence(f"page.{status}.{part}").partition("“")[0] in reply.text
    assert "Go to the first page" in reply.text
    assert ("Try again" in reply.text) == (status in {409, 503})


@pytest.mark.parametrize("page", ["estimate", "result", "review"])
async def test_a_year_that_we_do_not_know_is_no_page_for_anybody_and_those_that_we_know_are_named(
    app: App, page: str
) -> None:
    for somebody in (app.somebody(), await guest(app), await somebody_as(app, Role.CUSTOMER)):
        reply = await somebody.http_client.get(f"/tax/1999/{page}")
        assert reply.status_code == 404
        assert "The tax years that we work out are: 2025, 2026." in reply.text
    assert "The tax years that we work out" not in (await app.somebody().http_client.get("/nowhere")).text


async def test_a_form_that_does_not_come_from_our_pages_is_refused_on_a_page(somebody: Somebody) -> None:
    somebody.http_client.cookies.set("mbtq_display", "VRI.dark.1.system")
    somebody.http_client.headers["Origin"] = "null"
    reply = await somebody.send("display", theme="dark")
    assert (reply.status_code, reply.headers["content-type"]) == (403, "text/html; charset=utf-8")
    for part in ("title", "what", "kept", "do"):
        assert words.sentence(f"page.other_site.{part}") in reply.text
    assert "We talk by <strong>video with interpreter</strong>" in reply.text
    assert 'data-theme="dark"' in reply.text
    reply = await somebody.http_client.post("/api/tax/estimate", json={})
    assert (reply.status_code, reply.text) == (403, "This request came from another site.")


async def test_a_form_that_can_not_be_used_is_told_with_a_way_back(somebody: Somebody) -> None:
    reply = await somebody.send("estimate", tax_year="2025", way="elsewhere")
    assert reply.status_code == 400
    for part in ("title", "what", "kept", "do"):
        assert words.sentence(f"page.400.{part}") in reply.text
    assert "Go to the first page" in reply.text


async def test_who_only_opens_a_page_is_not_blamed_for_what_is_invalid_in_it(
    somebody: Somebody, caplog: pytest.LogCaptureFixture
) -> None:
    @ui.page("/failing")
    async def failing_page() -> None:
        raise FAILURES[400]

    caplog.set_level(logging.INFO)
    reply = await somebody.http_client.get("/failing")
    assert reply.status_code == 500
    assert words.sentence("page.500.what") in reply.text
    assert "It is written down for our team." in reply.text  # by the log; nobody is told where no Sentry is
    assert "Try again" in reply.text
    assert "choice.unknown" in caplog.text
    assert [vars(line)["status"] for line in caplog.records if line.getMessage() == "request"] == [500]


async def test_who_is_signed_in_with_the_wrong_account_is_led_to_another(app: App) -> None:
    maria = await somebody_as(app, Role.CUSTOMER)
    reply = await maria.http_client.get("/staff/health")
    assert reply.status_code == 403
    assert "Sign in with another account" in reply.text
    assert "/sign-in?next=/staff/health" in reply.text


async def test_our_own_mistake_is_told_calmly_and_a_form_is_not_offered_as_a_link(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "matches", None)
    reply = await somebody.send("sign-in", email="maria@people.example", password="a password")
    assert reply.status_code == 500
    for part in ("title", "what", "kept", "do"):
        assert words.sentence(f"page.500.{part}") in reply.text
    assert "Try again" not in reply.text


def test_every_expected_failure_has_a_page() -> None:
    assert {type(failure) for failure in FAILURES.values()} == set(HouseError.__subclasses__())
