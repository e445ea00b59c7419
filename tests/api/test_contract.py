"""The written contract is true: it is valid, it is served, and the application does what it says and nothing else."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from fastapi.routing import APIRoute
from openapi_spec_validator import OpenAPIV30SpecValidator

import api
from api.contract import CONTRACT
from api.json_body import LARGEST_BYTES, LONGEST_SECONDS
from api.key_holder import HEADER
from api.problems import MOST_ERRORS
from db.values.returns import FilingStatus
from services import words
from services.partners.questions import FEW_FIELDS, WHOLE, WORKSHEET
from services.tax import YEARS, InvalidReturn, parse_return
from services.tax.cells import Input
from services.tax.inputs import INPUTS, Dependent
from services.tax.reading.values import MOST_IN_A_LIST
from services.tax.situations import BY_NAME
from tests.api.written import DOCUMENT, SCHEMAS, complaints, names_in, operation, operations
from tests.app import App
from tests.partners import ESTIMATE, FOR_PARTNERS, a_program

NOT_ASKED = {"id", "scenario", "expected", "tax_year"}
ENOUGH = {"income": {"ordinary_dividends": 9}}
"""Without it no qualified dividends are possible."""


def endpoints() -> Iterator[APIRoute]:
    for router in api.ENDPOINTS:
        yield from (route for route in router.routes if isinstance(route, APIRoute))


def test_it_is_a_valid_document_of_openapi_3_0_3() -> None:
    assert DOCUMENT["openapi"] == "3.0.3"
    assert [error.message for error in OpenAPIV30SpecValidator(DOCUMENT).iter_errors()] == []


async def test_everybody_may_read_it_byte_for_byte(app: App) -> None:
    reply = await a_program(app).get("/api/openapi.json")
    assert (reply.status_code, reply.headers["content-type"]) == (200, "application/json")
    assert reply.content == CONTRACT.read_bytes()


def test_every_endpoint_is_written_with_its_methods_and_nothing_else_is() -> None:
    assert {(route.path, method) for route in endpoints() for method in route.methods or ()} == operations()


async def test_what_is_not_written_is_a_form_of_our_own_pages_or_leads_nowhere(app: App) -> None:
    written = {route.path for route in endpoints()}
    assert not [path for path in written if path.startswith("/api/forms/")]
    reply = await app.somebody().http_client.post("/api/forms/sign-out")
    assert reply.status_code == 303, "the forms are there, and are not for programs"


def test_an_endpoint_that_takes_a_key_is_written_with_one_and_no_other() -> None:
    scheme = DOCUMENT["components"]["securitySchemes"]["ApiKey"]
    assert (scheme["in"], scheme["name"]) == ("header", HEADER)
    for path, method in operations():
        needs_a_key = {"ApiKey": []} in operation(path, method).get("security", DOCUMENT["security"])
        assert needs_a_key == (path in FOR_PARTNERS), path


def test_a_question_has_the_fields_that_are_read_and_no_others() -> None:
    assert names_in(SCHEMAS["ShortQuestion"]) == {*FEW_FIELDS, WORKSHEET}
    assert SCHEMAS["WholeQuestion"]["properties"].keys() == {WHOLE, WORKSHEET}


def test_a_return_has_the_fields_that_the_engine_reads_and_no_others() -> None:
    groups = {name.partition(".")[0] for name in INPUTS if "." in name}
    in_dependents = {f"dependents.{field.name}" for field in fields(Dependent)}
    assert names_in(SCHEMAS["TaxReturn"]) == {*INPUTS, *NOT_ASKED, *groups, *in_dependents}


def _schema_of(field: str) -> dict[str, Any]:
    group, _, name = field.rpartition(".")
    people = {"taxpayer": SCHEMAS["Taxpayer"], "spouse": SCHEMAS["Person"]}
    around = people.get(group) or SCHEMAS["TaxReturn"]["properties"].get(group)
    return dict((around or SCHEMAS["TaxReturn"])["properties"][name])


@pytest.mark.parametrize("cell", INPUTS.values(), ids=INPUTS)
def test_a_field_of_a_return_may_hold_what_the_engine_takes(cell: Input[Any]) -> None:
    schema = _schema_of(cell.name)
    for value in (-5, 5, True, "5.25", [5], [{"age": 5}], 5.5, "single", None):
        assert _is_taken(cell.name, value) == (complaints(schema, value) == []), value


def _is_taken(field: str, value: Any) -> bool:
    group, _, name = field.rpartition(".")
    joint = group == "spouse"
    status = "married_joint" if joint else "married_separate"  # which alone may have lived apart
    whole: dict[str, Any] = {"tax_year": 2025, "filing_status": status} | ({"spouse": {}} if joint else {})
    whole |= {group: {**ENOUGH.get(group, {}), name: value}} if group else {name: value}
    try:
        parse_return(whole)
    except InvalidReturn as invalid:
        return invalid.field not in {f"/{field.replace('.', '/')}", "/dependents", "/dependents/0"}
    return True


def test_the_choices_and_limits_are_those_of_the_application() -> None:
    for schema, or_left_out in ((SCHEMAS["ShortQuestion"], [None]), (SCHEMAS["TaxReturn"], [])):
        assert schema["properties"]["filing_status"]["enum"] == [*FilingStatus, *or_left_out]
        assert schema["properties"]["tax_year"]["enum"] == [*YEARS, *or_left_out]
    assert SCHEMAS["TaxReturn"]["properties"]["situations"]["items"]["enum"] == list(BY_NAME)
    assert SCHEMAS["Problem"]["properties"]["errors"]["maxItems"] == MOST_ERRORS
    body = operation(ESTIMATE, "post")["requestBody"]
    assert f"at most {LARGEST_BYTES:,} bytes" in body["description"]
    assert f"at most {LARGEST_BYTES:,} bytes" in words.sentence("api.413.detail")
    assert f"within {LONGEST_SECONDS:.0f} seconds" in DOCUMENT["components"]["responses"]["TooSlow"]["description"]
    lists = (SCHEMAS["TaxReturn"]["properties"][name] for name in ("dependents", "situations"))
    assert {one["maxItems"] for one in lists} == {MOST_IN_A_LIST}
    assert list(body["content"]) == ["application/json"]
