"""A partner with a key gets an estimate; what else they send is answered with what to mend."""

import logging
from typing import Any

import pytest

from services.tax import compute, dollars, parse_return
from tests.app import App
from tests.partners import ESTIMATE, Desk, a_key, a_partner, a_program, revoke

WAGES = {"income_w2": 31200, "federal_income_tax_withheld": 2184, "tax_year": 2025}
A_RETURN: dict[str, Any] = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 37, "wages": 31200}}


@pytest.fixture
async def partner(app: App) -> Desk:
    """A partner with a key."""
    return await a_partner(app)


async def test_a_partner_gets_the_estimate_that_the_engine_computes(partner: Desk) -> None:
    payments = {"federal_income_tax_withheld": 2184}
    computed = compute(parse_return(A_RETURN | {"payments": payments}))
    for reply in (await partner.ask(**WAGES), await partner.ask(**{"return": A_RETURN | {"payments": payments}})):
        assert reply.status_code == 200, reply.text
        assert f'"estimated_refund":{dollars(computed.outcome)},' in reply.text
        assert reply.json()["dhh_benefit_applied"] is False
        assert "worksheet" not in reply.json()
        assert reply.headers["cache-control"] == "no-store"


async def test_what_is_owed_is_below_zero(partner: Desk) -> None:
    assert (await partner.ask(income_w2=90_000)).json()["estimated_refund"] < 0


async def test_amounts_may_be_decimal_strings(partner: Desk) -> None:
    as_text = {"income_w2": "31200.00", "federal_income_tax_withheld": "2184", "tax_year": 2025}
    assert (await partner.ask(**as_text)).json() == (await partner.ask(**WAGES)).json()


@pytest.mark.parametrize("question", [WAGES, {"return": A_RETURN}], ids=["few fields", "whole return"])
async def test_the_worksheet_explains_every_line_on_request(partner: Desk, question: dict[str, Any]) -> None:
    reply = (await partner.ask(**question, include_worksheet=True)).json()
    lines = {line["id"]: line for line in reply["worksheet"]}
    income = lines["1040.11a"]
    assert income["amount"] == 31200
    assert "taxpayer.wages" in income["from_inputs"]
    assert all(line[word] for line in lines.values() for word in ("form", "label", "name", "explanation", "source"))
    assert all(above in lines for line in lines.values() for above in line["from_lines"])


async def test_without_a_key_the_door_stays_closed_and_names_the_header(app: App) -> None:
    reply = await a_program(app).post(ESTIMATE, json=WAGES)
    assert reply.status_code == 401
    assert reply.headers["content-type"] == "application/problem+json"
    assert 'header="X-API-Key"' in reply.headers["www-authenticate"]


async def test_a_revoked_key_opens_nothing_from_the_next_call_on(app: App) -> None:
    key = await a_key(app)
    partner = Desk(app, key)
    assert (await partner.ask(**WAGES)).status_code == 200
    await revoke(app, key)
    assert (await partner.ask(**WAGES)).status_code == 401


async def test_a_wrong_key_hears_nothing_of_what_was_wrong_with_the_body(app: App) -> None:
    reply = await a_program(app, **{"X-API-Key": "mbtq_abcdefgh_" + "x" * 43}).post(ESTIMATE, content=b"{")
    assert (reply.status_code, reply.json()["errors"]) == (401, [])


async def test_a_person_who_is_signed_in_needs_a_key_too(app: App) -> None:
    somebody = app.somebody()
    assert (await somebody.http_client.post(ESTIMATE, json=WAGES)).status_code == 401


async def test_another_site_cannot_use_a_key_from_a_browser(partner: Desk) -> None:
    partner.client.headers["Origin"] = "https://elsewhere.example"
    assert (await partner.ask(**WAGES)).status_code == 403


async def test_a_return_that_cannot_be_worked_out_gets_reasons_and_no_amount(partner: Desk) -> None:
    a_child = A_RETURN | {"taxpayer": {"age": 16}, "income": {"taxable_interest": 9000}}
    reply = await partner.ask(**{"return": a_child})
    assert reply.status_code == 422
    assert [error["code"] for error in reply.json()["errors"]] == ["tax.unsupported.kiddie_tax"]
    assert "estimated_refund" not in reply.text


async def test_every_flaw_is_named_with_its_place(partner: Desk) -> None:
    wrong = A_RETURN | {"income": {"taxable_interest": -5, "wins": 1}, "dependents": [{"age": "seven"}]}
    reply = await partner.ask(**{"return": wrong})
    assert [(error["pointer"], error["code"]) for error in reply.json()["errors"]] == [
        ("/return/income/taxable_interest", "tax.input.amount_negative"),
        ("/return/income/wins", "tax.input.unknown_field"),
        ("/return/dependents/0/age", "tax.input.age"),
    ]
    assert all(error["detail"] for error in reply.json()["errors"])


async def test_the_numbers_of_a_partner_are_neither_logged_nor_sent_back_in_a_problem(
    partner: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    replies = [
        await partner.ask(income_w2=7654321.5, special_deduction_amount=1234567.5),
        await partner.ask(income_w2=7654321.555, deductions_standard="1234567,5"),
        await partner.send('{"income_w2": 7654321.5, "special_deduction_amount": 1234567.5'),
    ]
    assert [reply.status_code for reply in replies] == [200, 400, 400]
    told = caplog.text + "".join(reply.text for reply in replies[1:])
    assert "7654321" not in told
    assert "1234567" not in told
