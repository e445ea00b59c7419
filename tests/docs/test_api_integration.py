"""What partners read is so: each question in API_INTEGRATION.md gets the answer that stands below it."""

import json
import re
import shlex

import pytest

from tests.api.written import SCHEMAS, operation
from tests.app import App
from tests.docs.documents import ROOT, rows_in, text_of
from tests.partners import ESTIMATE, a_key, a_program

DOCUMENT = ROOT / "API_INTEGRATION.md"
EXAMPLES = re.findall(r"^```\n(curl .*?)^```\n\n^```json\n(.*?)^```", text_of(DOCUMENT), re.MULTILINE | re.DOTALL)


def test_there_are_examples_of_both_questions_and_of_a_problem() -> None:
    assert len(EXAMPLES) == text_of(DOCUMENT).count("curl http") == 3


@pytest.mark.parametrize(("command", "answer"), EXAMPLES)
async def test_an_example_for_curl_gets_the_answer_below_it(app: App, command: str, answer: str) -> None:
    on_one_line = command.replace("\\\n", " ").replace("$KEY", (await a_key(app)).key)
    _, address, *options = shlex.split(on_one_line)
    pairs = list(zip(options[::2], options[1::2], strict=True))
    headers = dict(value.split(": ", 1) for option, value in pairs if option == "--header")
    [body] = [value for option, value in pairs if option == "--data"]
    assert address.endswith(ESTIMATE)
    reply = await a_program(app, **headers).post(ESTIMATE, content=body)
    assert reply.json() == json.loads(answer)


def test_every_field_of_a_short_question_is_explained() -> None:
    explained = {row[0].strip("`") for row in rows_in(DOCUMENT, "A few fields about wages")}
    assert explained == SCHEMAS["ShortQuestion"]["properties"].keys()


def test_every_status_of_the_contract_is_explained() -> None:
    explained = {status for row in rows_in(DOCUMENT, "When something is wrong") for status in row[0].split(", ")}
    assert explained >= operation(ESTIMATE, "post")["responses"].keys() - {"200"}
