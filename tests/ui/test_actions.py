"""An action believes nothing that was true at page load."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from nicegui import Client
from nicegui.page import page
from nicegui.testing.general import nicegui_reset_globals
from sqlmodel import select

from components.error_line import Leading
from components.field import OnOurSide
from db.tables.people import BrowserSession
from db.values.people import Role
from services import policy
from services.accounts import sessions
from services.accounts.signing_in import sign_out
from services.clock import FixedClock
from services.errors import Invalid
from services.house import DbSession, House
from services.policy.rule import Policy
from services.preferences import Preferences
from services.staff.roles import reviewing
from services.visitor import Guest, Person, Visitor
from services.words import sentence
from tests.factories import a_guest, a_person
from ui.actions import Action
from ui.guards import Visit


async def _happens(handler: Callable[[Any], Awaitable[str | None]], value: object) -> str | None:
    """The event, inside the page that it belongs to."""
    with nicegui_reset_globals(), Client(page("")):
        return await handler(value)


def _visit(visitor: Person | Guest) -> Visit:
    return Visit(visitor, Preferences(), "/")


def _acting(*, fails_with: Exception | None = None, only: Policy = policy.returns.CHANGE, proof: bool = False) -> Any:
    seen = SimpleNamespace(visitors=[], values=[])

    async def perform(_: DbSession, visitor: Visitor, value: str, *, path: str) -> str:
        seen.visitors.append(visitor)
        seen.values.append((path, value))
        if fails_with:
            raise fails_with
        return value

    seen.action = Action("test.action", only, perform, proof=proof)
    return seen


async def test_an_action_runs_for_the_visitor_and_draws_the_outcome(house: House) -> None:
    maria, acting, drawn = await a_person(house), _acting(), list[str]()
    handler = acting.action.by(house, _visit(maria), then=drawn.append, path="wages")
    assert await _happens(handler, "40000") is None
    assert (acting.visitors, acting.values, drawn) == ([maria], [("wages", "40000")], ["40000"])


async def test_after_signing_out_an_open_page_can_do_nothing(house: House) -> None:
    maria, acting = await a_person(house), _acting()
    handler = acting.action.by(house, _visit(maria), path="wages")
    await sign_out(house, maria, everywhere=True)
    assert await _happens(handler, "40000") == sentence("session.ended")
    assert acting.visitors == []


async def test_where_browsers_keep_no_drafts_nobody_reads_that_theirs_are_kept(house: House) -> None:
    plain = replace(house, settings=house.settings.model_copy(update={"public_url": "http://mbtq.example"}))
    maria = await a_person(house)
    handler = _acting().action.by(plain, _visit(maria), path="wages")
    await sign_out(house, maria, everywhere=True)
    assert await _happens(handler, "40000") == sentence("session.over")


async def test_the_policy_is_asked_again_at_every_event(house: House) -> None:
    guest, acting = await a_guest(house), _acting(only=policy.accounts.SEE)
    handler = acting.action.by(house, _visit(guest), path="wages")
    assert await _happens(handler, "40000") == sentence("not_allowed")
    assert acting.visitors == []


async def test_what_is_done_is_done_as_the_visitor_and_no_more_as_who_looked_the_session_up(house: House) -> None:
    maria, ben = await a_person(house), await a_person(house)

    async def look(session: DbSession, _: Visitor, whose: UUID) -> tuple[set[UUID | None], bool]:
        everything = {found.account_id for found in await session.exec(select(BrowserSession))}
        return everything, await session.get(BrowserSession, whose) is not None

    seen = list[tuple[set[UUID | None], bool]]()
    handler = Action("test.look", policy.returns.CHANGE, look).by(house, _visit(maria), then=seen.append)
    assert await _happens(handler, ben.session_id) is None
    assert seen == [({maria.person_id}, False)]


@pytest.mark.usefixtures("nobody_works_here")
async def test_what_somebody_does_for_us_is_a_use_of_their_role_to_the_minute(house: House, clock: FixedClock) -> None:
    cora, lee = [await a_person(house, role=role) for role in (Role.COORDINATOR, Role.ADMINISTRATOR)]
    handler = _acting(only=policy.customers.ASSIGN).action.by(house, _visit(cora), path="who")
    for minutes in (0, 1, 7):
        clock.advance(timedelta(minutes=minutes))
        await _happens(handler, "Maria")
        async with house.transaction(lee) as session:
            used = {each.holder_id: each.last_used_at for each in await reviewing.every_role(session, lee)}
        assert used[cora.person_id] == clock.now()


async def test_an_act_that_was_refused_is_use_of_the_session_too(house: House, clock: FixedClock) -> None:
    maria, acting = await a_person(house), _acting(fails_with=Invalid("wages", "answer.too_large"))
    handler = acting.action.by(house, _visit(maria), path="wages")
    for _ in range(3):
        clock.advance(timedelta(minutes=20))  # half an hour without use would end it
        assert await _happens(handler, "40000") == sentence("answer.too_large")


async def test_what_is_done_stays_done_also_where_its_use_can_not_be_noted(
    house: House, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(*_: object) -> None:
        raise ConnectionError

    maria, acting = await a_person(house), _acting()
    handler = acting.action.by(house, _visit(maria), path="wages")
    clock.advance(timedelta(minutes=20))
    monkeypatch.setattr(sessions, "still_open", fails)
    assert await _happens(handler, "40000") is None
    assert acting.values == [("wages", "40000")]
    assert "the use of a session was not noted" in caplog.text


async def test_what_needs_a_proof_says_where_to_give_it_once_the_last_one_is_too_old(
    house: House, clock: FixedClock
) -> None:
    maria, acting = await a_person(house), _acting(proof=True)
    handler = acting.action.by(house, _visit(maria), path="wages")
    assert await _happens(handler, "40000") is None
    clock.advance(sessions.PROOF_LASTS)
    told = await _happens(handler, "40000")
    assert isinstance(told, Leading)
    assert (told, told.to) == (sentence("proof.needed"), "/account/prove?next=%2F")
    assert acting.values == [("wages", "40000")]


async def test_a_guest_has_nothing_to_prove_an_account_by(house: House) -> None:
    acting = _acting(proof=True)
    handler = acting.action.by(house, _visit(await a_guest(house)), path="wages")
    assert await _happens(handler, "40000") == sentence("proof.needed")
    assert acting.values == []


async def test_a_mistake_of_the_person_becomes_the_sentence_beside_the_field(house: House) -> None:
    acting = _acting(fails_with=Invalid("wages", "answer.too_large"))
    handler = acting.action.by(house, _visit(await a_guest(house)), path="wages")
    told = await _happens(handler, "40000")
    assert told == sentence("answer.too_large")


async def test_a_mistake_of_ours_is_logged_and_said_calmly(house: House, caplog: pytest.LogCaptureFixture) -> None:
    acting = _acting(fails_with=ZeroDivisionError())
    handler = acting.action.by(house, _visit(await a_guest(house)), path="wages")
    told = await _happens(handler, "40000")
    assert told == sentence("unexpected")
    assert isinstance(told, OnOurSide)
    assert "test.action" in caplog.text


async def test_what_can_not_be_drawn_after_it_is_done_is_our_mistake_and_none_of_the_person(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    def draw(_: str) -> None:
        raise Invalid("credits.no_such_field", "answer.unknown_question")

    caplog.set_level(logging.INFO)
    handler = _acting().action.by(house, _visit(await a_guest(house)), then=draw, path="wages")
    assert await _happens(handler, "40000") == sentence("unexpected")
    assert "credits.no_such_field" not in sentence("unexpected")
    [line] = [vars(record) for record in caplog.records if record.getMessage() == "event"]
    assert line["outcome"] == "failed"
    assert "answer.unknown_question" in caplog.text


@pytest.mark.parametrize(
    ("fails_with", "outcome"),
    [(None, "done"), (Invalid("wages", "answer.too_large"), "answer.too_large"), (ZeroDivisionError(), "failed")],
)
async def test_each_event_is_a_line_with_its_outcome_and_without_what_was_typed(
    house: House, caplog: pytest.LogCaptureFixture, fails_with: Exception | None, outcome: str
) -> None:
    caplog.set_level(logging.INFO, logger="services.journal.entries")
    acting = _acting(fails_with=fails_with)
    await _happens(acting.action.by(house, _visit(await a_guest(house)), path="wages"), "40000")
    [line] = [vars(record) for record in caplog.records if record.getMessage() == "event"]
    assert (line["action"], line["outcome"], line["visitor"]) == ("test.action", outcome, "guest")
    assert "40000" not in str(line)
