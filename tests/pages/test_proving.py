"""What needs a fresh proof leads to the page that asks for it, and back, with what was typed."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi import Depends
from nicegui import ui

from api.forms.replies import prove_first
from db.values.people import Role
from services.attempts import Attempt
from tests.app import App, Somebody
from tests.factories import PASSWORD, an_account
from tests.pages.acting import elements
from tests.people import signed_up, somebody_as
from ui.cookies import ATTEMPT
from ui.guards import AnyVisit, ProvedLately, attempt_at
from ui.page_frame import page_frame


@pytest.fixture
async def maria(app: App) -> Somebody:
    """Somebody who made an account some time ago."""

    @ui.page("/needs-proof")
    async def needs_proof(visit: ProvedLately) -> None:
        with page_frame("Behind the proof", visit):
            pass

    somebody = await signed_up(app)
    app.stands_still_at(datetime.now(UTC) + timedelta(minutes=11))
    return somebody


def _way(reply: Any) -> str:
    assert reply.status_code == 303
    return str(reply.headers["location"])


async def test_the_page_is_open_right_after_signing_in(app: App, maria: Somebody) -> None:
    app.stands_still_at(datetime.now(UTC))
    await maria.open("/needs-proof")


async def test_later_the_way_leads_over_a_proof_and_back(maria: Somebody) -> None:
    way = _way(await maria.http_client.get("/needs-proof?line=2"))
    assert way == "/account/prove?next=%2Fneeds-proof%3Fline%3D2"
    await maria.open(way)
    before = dict(maria.http_client.cookies)
    assert _way(await maria.send("prove", password=PASSWORD, next="/needs-proof?line=2")) == "/needs-proof?line=2"
    assert dict(maria.http_client.cookies) != before
    await maria.open("/needs-proof")


async def test_a_wrong_password_says_so_and_keeps_the_way_on(maria: Somebody) -> None:
    way = _way(await maria.send("prove", password="not it", next="/needs-proof?line=2"))
    assert parse_qs(urlsplit(way).query)["next"] == ["/needs-proof?line=2"]
    await maria.open(way)
    assert "This is not the password of your account." in maria.says()
    assert _way(await maria.http_client.get("/needs-proof")).startswith("/account/prove")


async def test_a_made_up_problem_is_not_shown(maria: Somebody) -> None:
    await maria.open("/account/prove?problem=not_allowed")
    assert "You can’t do this" not in maria.says()


async def test_a_form_that_needs_a_proof_finds_again_what_was_typed_even_after_a_mistake(
    app: App, maria: Somebody
) -> None:
    @ui.page("/a-form")
    async def a_form(visit: AnyVisit, attempt: Annotated[Attempt, Depends(attempt_at("a_form"))]) -> None:
        with page_frame(f"A form with {attempt.typed['name']}", visit):
            pass

    reply = await prove_first(app.house, "a_form", "/a-form", {"name": "blue elephants"})
    assert _way(reply) == "/account/prove?next=%2Fa-form"
    maria.http_client.cookies.set(ATTEMPT, reply.headers["set-cookie"].split(";")[0].partition("=")[2])
    await maria.open(_way(await maria.send("prove", password="not it", next="/a-form")))
    await maria.send("prove", password=PASSWORD, next="/a-form")
    assert "A form with blue elephants" in (await maria.http_client.get("/a-form")).text


@pytest.mark.usefixtures("nobody_works_here")
@pytest.mark.parametrize(
    ("page", "role"),
    [
        ("/staff/roles", Role.ADMINISTRATOR),
        ("/staff/emergency", Role.PREPARER),
        ("/staff/assignments", Role.COORDINATOR),
    ],
)
async def test_what_is_typed_for_a_button_that_may_ask_for_a_proof_is_kept_in_the_tab(
    app: App, page: str, role: Role
) -> None:
    await an_account(app.house, role=Role.PREPARER)
    somebody = await somebody_as(app, role)
    await somebody.open(page)
    typed = [each for each in elements(somebody) if each.tag in {"input", "textarea", "select"}]
    assert typed
    assert all(each.props.get("data-draft") for each in typed), page


async def test_a_stranger_signs_in_first(somebody: Somebody) -> None:
    assert _way(await somebody.http_client.get("/account/prove")).startswith("/sign-in")
