"""Sentry is told of bugs and of timing, and of nobody. What arrives is looked at on the wire."""

import logging
from collections.abc import Iterator

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from api.tax import refund_estimate
from db.occasion import Kind, begin
from services.errors import Unavailable
from services.house import House
from services.journal.entries import recorded
from services.journal.reports import reporting
from services.settings import Settings
from services.visitor import System
from tests.app import App
from tests.partners import ESTIMATE, a_partner
from tests.services.journal.sentry import Receiver, receiving

PERSONAL = ("Rosa", "Diaz", "123-45-6789", "rosa@example.org", "31200", "Elm Street")
_log = logging.getLogger("services.trial")


@pytest.fixture(name="sentry")
def _sentry() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


def reported(settings: Settings, receiver: Receiver, *, share: float = 1.0) -> Settings:
    return settings.model_copy(update={"sentry_dsn": SecretStr(receiver.dsn), "sentry_traces_sample_rate": share})


def fail(name: str, wages: int) -> None:
    """Fail as a bug does, with what somebody typed in messages and variables."""
    street = f"{wages} Elm Street"
    try:
        int(name)
    except ValueError as cause:
        raise RuntimeError(f"{name} of {street}, 123-45-6789, rosa@example.org") from cause


def test_a_bug_arrives_with_its_places_and_without_the_person(settings: Settings, sentry: Receiver) -> None:
    occasion = begin(Kind.REQUEST)
    with reporting(reported(settings, sentry)):
        try:
            fail("Rosa Diaz", 31200)
        except RuntimeError as failure:
            _log.exception("saving failed: %s", failure)
    [event] = sentry.items("event")
    cause, bug = event["exception"]["values"]
    assert (cause["type"], bug["type"]) == ("ValueError", "RuntimeError")
    assert bug["stacktrace"]["frames"][-1]["function"] == "fail"
    assert event["logentry"] == {"message": "saving failed: RuntimeError"}
    assert event["tags"] == {"request": occasion.id}
    assert event["environment"] == "development"
    assert not [word for word in PERSONAL if word in "".join(sentry.envelopes)]


def test_a_message_that_names_somebody_is_masked(settings: Settings, sentry: Receiver) -> None:
    with reporting(reported(settings, sentry)):
        _log.error("no letter to %s\nanswers: %s", "rosa@example.org", {"name": "Rosa Diaz"}, extra={"who": "Rosa"})
    [event] = sentry.items("event")
    assert event["logentry"] == {"message": "no letter to [e-mail]"}
    assert not [word for word in PERSONAL if word in "".join(sentry.envelopes)]


def test_what_every_service_may_answer_is_no_bug(settings: Settings, sentry: Receiver) -> None:
    with reporting(reported(settings, sentry)):
        try:
            raise Unavailable("mail.away")
        except Unavailable:
            _log.exception("job send_mail failed")
    assert sentry.items("event") == []


async def test_a_transaction_tells_the_route_and_the_statements(
    settings: Settings, sentry: Receiver, house: House
) -> None:
    with reporting(reported(settings, sentry)), recorded(Kind.REQUEST) as entry:
        entry.name, entry.facts = "/tax/{tax_year}/estimate", {"status": 200}
        async with house.transaction(System("trial")) as session:
            await (await session.connection()).scalar(text("select cast(:who as text)"), {"who": "Rosa Diaz"})
    [transaction] = sentry.items("transaction")
    assert transaction["transaction"] == "/tax/{tax_year}/estimate"
    assert transaction["contexts"]["trace"]["status"] == "ok"
    statements = [span["description"] for span in transaction["spans"]]
    assert any(statement.startswith("SELECT cast(%(who)s") or "%(who)s" in statement for statement in statements)
    assert not [word for word in PERSONAL if word in "".join(sentry.envelopes)]


def test_how_many_transactions_are_sent_is_a_setting(settings: Settings, sentry: Receiver) -> None:
    with reporting(reported(settings, sentry, share=0.0)), recorded(Kind.EVENT) as entry:
        entry.name = "trial"
    assert sentry.items("transaction") == []


def test_without_an_address_nothing_is_reported(settings: Settings, sentry: Receiver) -> None:
    with reporting(settings):
        _log.error("a bug")
    assert sentry.envelopes == []


async def test_a_bug_in_an_endpoint_is_reported_without_what_the_partner_sent(
    app: App, settings: Settings, sentry: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = await a_partner(app)
    key = partner.client.headers["X-API-Key"]
    partner.client.headers.update({"X-Forwarded-For": "203.0.113.7", "sentry-trace": "a" * 32 + "-" + "b" * 16 + "-1"})

    def break_down(*sent: object) -> None:
        raise RuntimeError(f"Rosa Diaz sent {sent}")

    monkeypatch.setattr(refund_estimate, "estimate", break_down)
    with reporting(reported(settings, sentry)):
        reply = await partner.ask(income_w2=31200)
    assert reply.status_code == 500
    [event], [transaction] = sentry.items("event"), sentry.items("transaction")
    assert event["tags"] == {"request": reply.headers["X-Request-ID"]}
    assert event["exception"]["values"][-1]["type"] == "RuntimeError"
    assert transaction["transaction"] == ESTIMATE
    assert event["contexts"]["trace"]["trace_id"] == transaction["contexts"]["trace"]["trace_id"] != "a" * 32
    sent = "".join(sentry.envelopes)
    assert not [word for word in (*PERSONAL, key, "203.0.113.7", "income_w2", "headers", "cookie") if word in sent]
