"""Partners register clients and send what they need, exactly as the contract says, and reach nobody else's."""

from typing import Any

import httpx
import pytest

from db.types import new_id
from db.values.intake import Interest, InterpreterStatus, Program
from db.values.people import CommunicationPreference
from services.intake.from_partners.registration import LONGEST_HISTORY, LONGEST_NAME, Assessment, Registration
from tests.api.written import SCHEMAS, broken_promises, complaints, names_in, names_of, operation
from tests.app import App
from tests.factories import an_account, an_address
from tests.letters import letter_to
from tests.partners import ASSESS, REGISTER, Desk, a_key, a_partner, a_program, revoke

ROSA = {"full_name": "Rosa Diaz", "communication_preference": "ASL_Interpreter", "interpreter_needed": True}
NEEDED_AND_NOT = {"interpreter_needed": True, "interpreter_contracting_status": "Not_Required"}
NEEDS = {"hearing_aid_claims_history": "", "benefit_program_eligibility": ["SSDI"]}


async def _register(partner: Desk, **changed: Any) -> httpx.Response:
    return await partner.client.post(REGISTER, json={**ROSA, "email": an_address(), **changed})


async def _assess(partner: Desk, **changed: Any) -> httpx.Response:
    return await partner.client.post(ASSESS, json={**NEEDS, **changed})


async def test_a_registered_client_gets_an_id_and_a_letter_with_a_link_and_nothing_of_what_was_sent(app: App) -> None:
    address = an_address()
    reply = await _register(await a_partner(app), email=address)
    assert reply.status_code == 201
    assert reply.json()["status"] == "Registered"
    assert broken_promises(reply) == []
    letter = str(await letter_to(app.house.settings.data_dir, address))
    assert "/intake/from-partner?token" in letter
    assert "Example Bank" in letter
    assert "Rosa" not in letter


async def test_the_answer_is_the_same_for_an_address_with_and_without_an_account(app: App) -> None:
    partner, known = await a_partner(app), an_address()
    await an_account(app.house, address=known)
    with_account, without = await _register(partner, email=known), await _register(partner)
    assert with_account.status_code == without.status_code == 201
    assert {**with_account.json(), "client_id": ""} == {**without.json(), "client_id": ""}


async def test_the_same_address_again_is_the_same_client_also_with_a_new_key_of_the_partner(app: App) -> None:
    address, name = an_address(), "Bank of Two Keys"
    first, second = Desk(app, await a_key(app, name)), Desk(app, await a_key(app, name))
    ids = [(await _register(each, email=email)).json()["client_id"] for each in (first, second) for email in (address,)]
    again = await _register(second, email=address.upper(), full_name="Rosa M. Diaz")
    assert {*ids, again.json()["client_id"]} == {ids[0]}


async def test_a_client_of_another_partner_looks_like_one_that_was_made_up(app: App) -> None:
    ours, theirs = await a_partner(app), Desk(app, await a_key(app, "Another Bank"))
    address = an_address()
    client_id = (await _register(ours, email=address)).json()["client_id"]
    assert (await _register(theirs, email=address)).json()["client_id"] != client_id
    refused = [await _assess(theirs, client_id=each) for each in (client_id, str(new_id()))]
    assert [reply.status_code for reply in refused] == [404, 404]
    assert refused[0].json() == refused[1].json()
    assert (await _assess(ours, client_id=client_id)).status_code == 200


async def test_recommendations_say_why_and_from_where_and_whether_anything_was_kept(app: App) -> None:
    partner = await a_partner(app)
    client_id = (await _register(partner)).json()["client_id"]
    kept, not_kept = await _assess(partner, client_id=client_id), await _assess(partner)
    assert kept.json()["message"] != not_kept.json()["message"]
    assert kept.json()["recommendations"] == not_kept.json()["recommendations"]
    assert [each["code"] for each in kept.json()["recommendations"]] == ["ssdi", "work_beside_benefits"]
    assert {tuple(each["because"]) for each in kept.json()["recommendations"]} == {("program.SSDI",)}


@pytest.mark.parametrize(
    ("sent", "pointer", "code"),
    [
        ({"email": "rosa"}, "/email", "email.not_an_address"),
        ({"full_name": " "}, "/full_name", "intake.input.text"),
        ({"full_name": "a\x00b"}, "/full_name", "intake.input.text"),
        ({"full_name": "\u200b"}, "/full_name", "intake.input.text"),
        ({"full_name": 5}, "/full_name", "intake.input.text"),
        ({"communication_preference": "Voice"}, "/communication_preference", "intake.input.choice"),
        ({"interpreter_needed": "yes"}, "/interpreter_needed", "intake.input.yes_no"),
        ({"interpreter_contracting_status": "Self_Provided"}, "/interpreter_contracting_status", "intake.input.choice"),
        ({"ssn": "123"}, "/ssn", "intake.input.unknown"),
        ({"ssn": None}, "/ssn", "intake.input.unknown"),
        ({"email": None}, "/email", "intake.input.text"),
        (NEEDED_AND_NOT, "/interpreter_contracting_status", "intake.input.needed_and_not"),
    ],
)
async def test_what_cannot_be_used_is_told_by_its_place(
    app: App, sent: dict[str, Any], pointer: str, code: str
) -> None:
    reply = await _register(await a_partner(app), **sent)
    assert reply.status_code == 400
    assert [(each["pointer"], each["code"]) for each in reply.json()["errors"]] == [(pointer, code)]
    assert broken_promises(reply) == []


async def test_the_contract_refuses_that_an_interpreter_is_needed_and_not_required(app: App) -> None:
    partner, whole = await a_partner(app), {**ROSA, "email": an_address()}
    assert complaints(SCHEMAS["Registration"], {**whole, **NEEDED_AND_NOT})
    assert complaints(SCHEMAS["Registration"], {**whole, **NEEDED_AND_NOT, "interpreter_needed": False}) == []
    assert (await _register(partner, **{**NEEDED_AND_NOT, "interpreter_needed": False})).status_code == 201


async def test_null_is_the_same_as_leaving_a_field_out(app: App) -> None:
    partner = await a_partner(app)
    nulls = dict.fromkeys(("interpreter_needed", "interpreter_contracting_status"))
    assert complaints(SCHEMAS["Registration"], {**ROSA, "email": an_address(), **nulls}) == []
    assert (await _register(partner, **nulls)).status_code == 201
    nulls = dict.fromkeys(("benefit_program_eligibility", "tax_deductions_focus", "client_id"))
    assert complaints(SCHEMAS["Assessment"], {**NEEDS, **nulls}) == []
    left_out = await _assess(partner, benefit_program_eligibility=[], tax_deductions_focus=[])
    assert (await _assess(partner, **nulls)).json() == left_out.json()


async def test_a_value_that_is_not_known_is_answered_with_all_that_are(app: App) -> None:
    reply = await _register(await a_partner(app), interpreter_contracting_status="pending")
    [error] = reply.json()["errors"]
    assert reply.status_code == 400
    assert [each for each in InterpreterStatus if f"'{each}'" not in error["detail"]] == []


@pytest.mark.parametrize(
    ("sent", "looked_for"),
    [
        ({"interpreter_contracting_status": "Pending", "interpreter_needed": False}, True),
        ({"interpreter_contracting_status": "Approved"}, True),
        ({"interpreter_contracting_status": "Self-Provided"}, False),
        ({"interpreter_contracting_status": "Not_Required", "interpreter_needed": False}, False),
        ({"interpreter_needed": False}, False),
    ],
)
async def test_only_where_one_is_missing_a_coordinator_looks_for_an_interpreter(
    app: App, sent: dict[str, Any], looked_for: bool
) -> None:
    reply = await _register(await a_partner(app), **sent)
    assert ("Our coordinator looks" in reply.json()["next_step"]) is looked_for


@pytest.mark.parametrize(
    "sent",
    [
        {"benefit_program_eligibility": ["Medicaid"]},
        {"benefit_program_eligibility": "SSI"},
        {"tax_deductions_focus": [1]},
        {"hearing_aid_claims_history": "x" * (LONGEST_HISTORY + 1)},
        {"hearing_aid_claims_history": None},
        {"client_id": "5"},
    ],
)
async def test_an_assessment_that_the_contract_refuses_the_application_refuses_too(
    app: App, sent: dict[str, Any]
) -> None:
    assert complaints(SCHEMAS["Assessment"], {**NEEDS, **sent})
    reply = await _assess(await a_partner(app), **sent)
    assert reply.status_code == 400
    assert broken_promises(reply) == []


@pytest.mark.parametrize("path", [REGISTER, ASSESS])
async def test_nobody_gets_in_without_a_key_or_with_one_that_has_ended(app: App, path: str) -> None:
    assert (await a_program(app).post(path, json={})).status_code == 401
    key = await a_key(app)
    await revoke(app, key)
    assert (await Desk(app, key).client.post(path, json={})).status_code == 401


@pytest.mark.parametrize("path", [REGISTER, ASSESS])
@pytest.mark.parametrize("body", ["", "[]", "null", '"a"', "{"])
async def test_what_is_no_object_is_refused(app: App, path: str, body: str) -> None:
    partner = await a_partner(app)
    reply = await partner.client.post(path, content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code == 400
    assert broken_promises(reply) == []


def test_the_contract_has_the_fields_choices_and_limits_of_the_application() -> None:
    registration, assessment = SCHEMAS["Registration"]["properties"], SCHEMAS["Assessment"]["properties"]
    assert registration.keys() == Registration.model_fields.keys()
    assert assessment.keys() == Assessment.model_fields.keys()
    assert registration["communication_preference"]["enum"] == list(CommunicationPreference)
    assert registration["interpreter_contracting_status"]["enum"] == [*InterpreterStatus, None]
    assert assessment["benefit_program_eligibility"]["items"]["enum"] == list(Program)
    assert assessment["tax_deductions_focus"]["items"]["enum"] == list(Interest)
    assert registration["full_name"]["maxLength"] == LONGEST_NAME
    assert assessment["hearing_aid_claims_history"]["maxLength"] == LONGEST_HISTORY


async def test_an_answer_has_the_fields_that_are_written_and_no_others(app: App) -> None:
    partner = await a_partner(app)
    assert names_of((await _register(partner)).json()) == names_in(SCHEMAS["Registered"])
    assert names_of((await _assess(partner)).json()) == names_in(SCHEMAS["Assessed"])


async def test_each_example_gets_the_answer_that_is_written_beside_it(app: App) -> None:
    partner = await a_partner(app)
    for path, status in ((REGISTER, "201"), (ASSESS, "200")):
        questions = operation(path, "post")["requestBody"]["content"]["application/json"]["examples"]
        answers = operation(path, "post")["responses"][status]["content"]["application/json"]["examples"]
        for name, question in questions.items():
            reply = await partner.client.post(path, json=question["value"])
            assert str(reply.status_code) == status
            if name in answers:
                assert {**reply.json(), "client_id": ""} == {**answers[name]["value"], "client_id": ""}
