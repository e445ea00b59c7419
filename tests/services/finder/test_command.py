"""The command, run as a person runs it."""

import io
import json
import subprocess
import sys
from typing import Any

import pytest

from services.finder import __main__ as command
from tests.services.finder.cases import case, cost

COMMAND = [sys.executable, "-m", "services.finder"]
WORKER = {"taxpayer": {"age": 40, "wages": 60_000}}


def run(text: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *options], input=text, capture_output=True, text=True, check=False)


def answer(told: dict[str, Any], *options: str) -> dict[str, Any]:
    done = run(json.dumps(told), "--today", "2025-11-30", *options)
    assert (done.returncode, done.stderr) == (0, "")
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def test_each_cost_is_answered_with_place_words_source_and_dollars() -> None:
    [one] = answer(case(cost("hearing_aids", 4_000, id="a1"), **WORKER))["findings"]
    assert (one["expense"]["id"], one["place"], one["counted"]) == ("a1", "medical", "4000.00")
    assert one["place_in_words"] == "Schedule A, line 1: medical expenses"
    assert one["why"] == [{"code": "finder.why.medical", "message": "This is medical care for hearing."}]
    assert one["sources"][0]["source"] == "Pub. 502, Hearing Aids; Pub. 907 (2000)"
    assert one["sources"][0]["confirmed"].startswith("We read an older edition")
    assert one["changes_refund_by"] == "0.00"
    assert one["because"][1]["message"] == (
        "This changes nothing, because your standard deduction is $15,750 higher than what you could itemize."
    )


def test_a_suggestion_has_its_gain_and_what_it_assumes() -> None:
    told = case(cost("hearing_aids", 3_000), household={"health_plan": "high_deductible_self"}, **WORKER)
    [idea] = answer(told, "--method", "exact")["suggestions"]
    assert idea["gain"] == "360.00"
    assert idea["message"].startswith("Pay $3,000 of the medical costs of 2025 through an HSA.")
    assert idea["assuming"]
    assert idea["sources"]


def test_amounts_are_rounded_as_filed_unless_asked_otherwise() -> None:
    """Exact: 12% of 1,510. Tax Table: from the row at 43,000 to the row at 41,450, 12% of 1,550."""
    told = case(cost("hearing_aids", 6_010), itemized={"state_local_income_tax": 17_000}, **WORKER)
    as_filed, exact = answer(told), answer(told, "--method", "exact")
    assert exact["total"]["changes_refund_by"] == "181.20"
    assert as_filed["total"]["changes_refund_by"] == "186.00"


def test_a_return_beyond_the_engine_is_named() -> None:
    told = case(cost("hearing_aids", 900), taxpayer={"age": 40, "wages": 50_000}, itemized={"charity_noncash": 30_000})
    findings = answer(told)
    assert [one["code"] for one in findings["unsupported"]] == ["tax.unsupported.charity"]
    assert findings["total"]["changes_refund_by"] is None


def test_what_is_missing_in_the_return_is_named_because_the_dollars_depend_on_it() -> None:
    found = answer({"return": {"tax_year": 2025, "filing_status": "single"}, "expenses": []})
    assert [one["code"] for one in found["to_check"]] == ["tax.missing.age"]


def test_a_case_with_mistakes_names_each_field() -> None:
    done = run(json.dumps(case(cost("hearing_aids", -1))))
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["fields"] == [
        {
            "pointer": "/expenses/0/amount",
            "code": "tax.input.amount_negative",
            "message": "Give an amount that is zero or more.",
        }
    ]


@pytest.mark.parametrize("text", ["", "nonsense", '{"return": '])
def test_what_is_no_json_is_one_clear_sentence(text: str) -> None:
    done = run(text)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "finder: The input is not JSON. Give one object with “return” and “expenses”.\n"


def test_help_says_what_goes_in_and_what_comes_out() -> None:
    text = run("", "--help").stdout
    assert all(word in text for word in ("one case as JSON", "--today", "--method", "example"))


def test_the_command_can_be_called_from_python(monkeypatch: pytest.MonkeyPatch) -> None:
    source, sink = io.BytesIO(json.dumps(case(cost("headphones", 90))).encode()), io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(sink))
    assert command.main([]) == 0
    assert json.loads(sink.getvalue())["findings"][0]["place"] == "nowhere"
