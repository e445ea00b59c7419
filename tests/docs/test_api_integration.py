"""What partners read is so: each question in API_INTEGRATION.md gets the answer that stands below it."""

import json
import re
import shlex
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.api.written import SCHEMAS, operation
from tests.app import App
from tests.docs.documents import ROOT, rows_in, text_of
from tests.partners import ESTIMATE, FOR_PARTNERS, a_key, a_program

DOCUMENT = ROOT / "API_INTEGRATION.md"
EXAMPLES = re.findall(r"^```\n(curl .*?)^```\n\n^```json\n(.*?)^```", text_of(DOCUMENT), re.MULTILINE | re.DOTALL)


def test_there_are_examples_of_every_operation_and_of_a_problem() -> None:
    assert len(EXAMPLES) == text_of(DOCUMENT).count("curl http") == 5
    assert {path for path in FOR_PARTNERS if any(path in command for command, _ in EXAMPLES)} == FOR_PARTNERS


@pytest.mark.parametrize(("command", "answer"), EXAMPLES)
async def test_an_example_for_curl_gets_the_answer_below_it(app: App, command: str, answer: str) -> None:
    on_one_line = command.replace("\\\n", " ").replace("$KEY", (await a_key(app)).key)
    _, address, *options = shlex.split(on_one_line)
    pairs = list(zip(options[::2], options[1::2], strict=True))
    headers = dict(value.split(": ", 1) for option, value in pairs if option == "--header")
    [body] = [value for option, value in pairs if option == "--data"]
    reply = await a_program(app, **headers).post(urlsplit(address).path, content=body)
    assert _but_for_ids(reply.json()) == _but_for_ids(json.loads(answer))


def _but_for_ids(answer: dict[str, Any]) -> dict[str, Any]:
    """A client gets another id each time."""
    return {**answer, "client_id": bool(answer.get("client_id"))}


def test_every_field_of_a_short_question_is_explained() -> None:
    explained = {row[0].strip("`") for row in rows_in(DOCUMENT, "A few fields about wages")}
    assert explained == SCHEMAS["ShortQuestion"]["properties"].keys()


def test_every_status_of_the_contract_is_explained() -> None:
    explained = {status for row in rows_in(DOCUMENT, "When something is wrong") for status in row[0].split(", ")}
    assert explained >= operation(ESTIMATE, "post")["responses"].keys() - {"200"}
